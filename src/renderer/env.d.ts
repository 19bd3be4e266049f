/// <reference types="vite/client" />

declare module 'vuetify/styles/core'
declare module 'vuetify/styles/utilities'
declare module '@fontsource/*'
