// As its README says it is started; PORT, HOST and YPERSISTENCE are its own settings.
import './node_modules/@y/websocket-server/src/server.js';
