/**
 * Hands the page's MessagePort to the main process, and nothing else: the page gets no function and no object of
 * Electron's. What may be asked over the port is the contract's affair.
 */
import { ipcRenderer } from 'electron'

const CONNECT = 'ogdesk:connect'

window.addEventListener('message', (event) => {
  if (event.source !== window || event.origin !== location.origin || event.data !== CONNECT) return
  const [port] = event.ports
  if (port) ipcRenderer.postMessage(CONNECT, null, [port])
})
