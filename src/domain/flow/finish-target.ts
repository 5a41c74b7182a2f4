/** Where a transition leads when the task ends there. */
export const finishTarget = 'finish'
