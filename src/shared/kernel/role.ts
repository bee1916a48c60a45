/** Who may do what in the office. One account has exactly one role; nobody signs in as somebody else. */

/**
 * - `auxiliary` 辅警, the front desk: registers, prints, makes and carries the sealed bundle; never unmasks, never deletes.
 * - `officer` 社区民警: the ledgers of the whole area, unmasking and readable exports with a reason.
 * - `administrator` 系统管理员: settings, accounts, backup; no ledger.
 * - `auditor` 安全审计员: the journal and figures; changes nothing.
 */
export const ROLES = ['auxiliary', 'officer', 'administrator', 'auditor'] as const;

export type Role = (typeof ROLES)[number];

/** The two roles that work at the desk and in the ledgers. */
export const DESK_ROLES = ['auxiliary', 'officer'] as const satisfies readonly Role[];
