import { createApp, h } from 'vue'

createApp({ render: () => h('main', 'Empty') }).mount('#app')
