import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router'

declare module 'vue-router' {
  interface RouteMeta {
    /** The entry of the side menu that this page belongs to. */
    section?:
      | 'groups'
      | 'discovered'
      | 'traces'
      | 'batches'
      | 'scripts'
      | 'subnets'
      | 'images'
      | 'repositories'
      | 'audit'
      | 'settings'
    /** Pages that are one view: it stays while somebody goes from one to the other. */
    view?: 'groups'
  }
}

const routes: RouteRecordRaw[] = [
  { path: '/', redirect: { name: 'groups' } },
  {
    path: '/groups/:unitId(\\d+)?',
    name: 'groups',
    component: () => import('../views/GroupsView.vue'),
    meta: { section: 'groups', view: 'groups' }
  },
  {
    path: '/groups/smart/:smartGroupId(\\d+)',
    name: 'smart-group',
    component: () => import('../views/GroupsView.vue'),
    meta: { section: 'groups', view: 'groups' }
  },
  {
    path: '/groups/selection',
    name: 'selection',
    component: () => import('../views/SelectionView.vue'),
    meta: { section: 'groups' }
  },
  {
    path: '/import',
    name: 'import',
    component: () => import('../views/ImportView.vue'),
    meta: { section: 'groups' }
  },
  {
    path: '/clients/:id(\\d+)',
    name: 'client',
    component: () => import('../views/ClientView.vue'),
    meta: { section: 'groups' }
  },
  {
    path: '/clients/:id(\\d+)/create-image',
    name: 'create-image',
    component: () => import('../views/CreateImageView.vue'),
    meta: { section: 'groups' }
  },
  {
    path: '/deploy',
    name: 'deploy',
    component: () => import('../views/DeployView.vue'),
    meta: { section: 'groups' }
  },
  {
    path: '/partitioning',
    name: 'partitioning',
    component: () => import('../views/PartitioningView.vue'),
    meta: { section: 'groups' }
  },
  {
    path: '/discovered',
    name: 'discovered',
    component: () => import('../views/DiscoveredView.vue'),
    meta: { section: 'discovered' }
  },
  {
    path: '/images',
    name: 'images',
    component: () => import('../views/ImagesView.vue'),
    meta: { section: 'images' }
  },
  {
    path: '/images/:id',
    name: 'image',
    component: () => import('../views/ImageView.vue'),
    meta: { section: 'images' }
  },
  {
    path: '/traces',
    name: 'traces',
    component: () => import('../views/TracesView.vue'),
    meta: { section: 'traces' }
  },
  {
    path: '/traces/:id(\\d+)',
    name: 'trace',
    component: () => import('../views/TraceView.vue'),
    meta: { section: 'traces' }
  },
  {
    path: '/batches',
    name: 'batches',
    component: () => import('../views/BatchesView.vue'),
    meta: { section: 'batches' }
  },
  {
    path: '/batches/:id',
    name: 'batch',
    component: () => import('../views/BatchView.vue'),
    meta: { section: 'batches' }
  },
  {
    path: '/subnets',
    name: 'subnets',
    component: () => import('../views/SubnetsView.vue'),
    meta: { section: 'subnets' }
  },
  {
    path: '/repositories',
    name: 'repositories',
    component: () => import('../views/RepositoriesView.vue'),
    meta: { section: 'repositories' }
  },
  {
    path: '/settings',
    name: 'settings',
    component: () => import('../views/SettingsView.vue'),
    meta: { section: 'settings' }
  },
  {
    path: '/audit',
    name: 'audit',
    component: () => import('../views/AuditView.vue'),
    meta: { section: 'audit' }
  },
  {
    path: '/backups',
    name: 'backups',
    component: () => import('../views/BackupsView.vue'),
    meta: { section: 'settings' }
  },
  {
    path: '/scripts',
    name: 'scripts',
    component: () => import('../views/ScriptsView.vue'),
    meta: { section: 'scripts' }
  },
  {
    path: '/records/compare',
    name: 'compare-records',
    component: () => import('../views/CompareRecordsView.vue'),
    meta: { section: 'groups' }
  },
  {
    path: '/records/programs',
    name: 'programs',
    component: () => import('../views/ProgramsView.vue'),
    meta: { section: 'groups' }
  },
  { path: '/:rest(.*)*', redirect: { name: 'groups' } }
]

// Hash history: the window's address is a file of the program, and no host has to know the pages.
export const router = createRouter({ history: createWebHashHistory(), routes })
