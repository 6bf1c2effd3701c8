/** Styles of the app and of what it is compared with. */
declare module "*.css";
