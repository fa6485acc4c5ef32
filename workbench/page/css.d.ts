// Style sheets that the build collects; they have no value.
declare module "*.css";
