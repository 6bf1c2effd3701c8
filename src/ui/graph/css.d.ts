/** Styles that a panel brings along; the build turns them into files of ours. */
declare module "*.css";
