/** The host names that the channels of the proof send to: `CANARY.CHANNEL.test`. */

/** The host name of a channel; its registrable domain is its own, because sign-in asks that one and not the host. */
export function channelHost(id: string, canary: string): string {
  return `${canary}.${id}.test`;
}

/** The first such name that a message spells out: in an HTTP head, or in the open part of a TLS greeting. */
export function channelHostIn(message: string): string | undefined {
  return /[a-z2-7]{24}\.[a-z0-9-]+\.test/.exec(message)?.[0];
}
