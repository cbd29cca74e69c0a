/** Worker processes that are kept from file to file. */
import { Child, type ChildLimits } from './child.ts'
import type { Job, Summary } from './protocol.ts'

export class Workers {
  private readonly limits: ChildLimits
  private readonly idle: Child[] = []
  private readonly busy = new Set<Child>()

  constructor(limits: ChildLimits) {
    this.limits = limits
  }

  /** Who calls this bounds how many run at a time. */
  async run(job: Job): Promise<Summary> {
    const child = this.idle.pop() ?? new Child(this.limits)
    this.busy.add(child)
    try {
      return await child.run(job)
    } finally {
      this.busy.delete(child)
      if (child.isFit) this.idle.push(child)
      else child.end()
    }
  }

  end(): void {
    for (const child of [...this.idle, ...this.busy]) child.end()
  }
}
