export async function benchStartup(): Promise<object> {
  return {}
}
