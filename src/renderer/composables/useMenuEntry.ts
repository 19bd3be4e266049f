import { useTemplateRef } from 'vue'

/**
 * Takes the keyboard into a menu that hangs at no button of its own, for nothing else would; to be called once it is
 * there. The menu's list has the ref `list`.
 */
export function useMenuEntry(): () => void {
  const list = useTemplateRef<{ $el: HTMLElement }>('list')
  return () => list.value?.$el.querySelector<HTMLElement>('[role=menuitem]')?.focus()
}
