/** Style sheets that come along with a lazily loaded part. */
declare module '*.css';
