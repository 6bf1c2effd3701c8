/**
 * What `npm test` leaves out, and says so, to stay within its time: what a proof runs as well, or what differs from a test
 * that is run only in its numbers. All of it by `CURBSIDE_LONG=1`.
 */
export const isLong = process.env["CURBSIDE_LONG"] === "1";

export const LEFT_OUT = "run by CURBSIDE_LONG=1";
