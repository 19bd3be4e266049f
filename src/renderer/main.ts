import '@fontsource/roboto/latin-400.css'
import '@fontsource/roboto/latin-500.css'
import '@fontsource/roboto/latin-700.css'
import '@fontsource/roboto-mono/latin-400.css'
// The core and the utility classes; Material's palette of 250 colours stays out, ours are in the theme.
import 'vuetify/styles/core'
import 'vuetify/styles/utilities'
import './styles/app.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './plugins/i18n.ts'
import { router } from './plugins/router.ts'
import { createVuetifyPlugin } from './plugins/vuetify.ts'

createApp(App).use(createPinia()).use(i18n).use(router).use(createVuetifyPlugin()).mount('#app')
