// These packages hide their types behind their exports; what we use of them is the same in 3.1.
declare module 'y-websocket-1' {
  export { WebsocketProvider } from 'y-websocket';
}
declare module 'y-websocket-2' {
  export { WebsocketProvider } from 'y-websocket';
}
declare module 'y-websocket-3-0' {
  export { WebsocketProvider } from 'y-websocket';
}
