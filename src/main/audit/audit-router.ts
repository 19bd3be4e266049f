/** Puts the audit between the router and the services: the one way by which anybody changes anything. */
import { isProcedure, Procedure, type AnyProcedure } from '@orpc/server'
import type { Audit } from './audit.ts'
import { DESCRIPTIONS } from './descriptions.ts'

const isAudited = (path: string): path is keyof typeof DESCRIPTIONS => path in DESCRIPTIONS

function audited(procedure: AnyProcedure, path: keyof typeof DESCRIPTIONS, audit: Audit): AnyProcedure {
  const definition = procedure['~orpc']
  return new Procedure({
    ...definition,
    // The handler's input has passed the contract; what has not was never an action.
    handler: (options) => audit.run(path, options.input, () => definition.handler(options))
  })
}

/** The same router, each of whose procedures that changes something leaves an entry. */
export function auditRouter<Router extends object>(router: Router, audit: Audit, path = ''): Router {
  const entries = Object.entries(router).map(([name, value]: [string, unknown]) => {
    const own = path ? `${path}.${name}` : name
    if (isProcedure(value)) return [name, isAudited(own) ? audited(value, own, audit) : value]
    return [name, auditRouter(value as object, audit, own)]
  })
  return Object.fromEntries(entries) as Router
}
