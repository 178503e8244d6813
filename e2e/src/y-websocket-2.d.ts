// The 2.x package hides its types behind its exports; what we use of it is the same in 3.x.
declare module 'y-websocket-2' {
  export { WebsocketProvider } from 'y-websocket';
}
