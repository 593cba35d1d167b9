// Written by `npm run generate` from the operations in src/program.ts. Do not edit.

export interface Absence { id: string; version: number; /** An ISO 8601 date. */ firstDay: string; /** The last day away. */ lastDay: string; deputy: { id: string; name: string } | null }
export interface Access { /** Null where the account has no password. */ passwordChangedAt: string | null; secondFactor: { since: string; /** How many are left. */ recoveryCodes: number } | null; signIns: Array<{ id: string; method: string; startedAt: string; expiresAt: string; /** To within a minute. */ usedAt: string | null; /** Whether it is the one that asks. */ here: boolean }>; tokens: Array<{ id: string; name: string; may: { effects: Array<"read" | "write">; operations: string[] | null }; startedAt: string; expiresAt: string; usedAt: string | null }> }
export interface AccessLink { /** Where the link leads, with its secret after the #. Shown once. */ path: string; expiresAt: string }
export interface Blocker { field?: string; reason: string; remedy: string }
export interface Charter { version: string; digest: string; /** Which tool list it decides by. */ toolsDigest: string; /** Who adopted it, and when (names only for people who are signed in); null where the shipped charter is in force and two people have yet to adopt one. */ adopted: { by: string | null; proposedBy: string | null; at: string } | null; title: string; questions: Array<{ id: string; type: "one" | "many" | "yesNo" | "object"; title: string; help: string; why: string; example: string; page: string; /** Asked about an idea only: of what is registered, the registry knows it by itself. */ derived: boolean; /** Asked as one line among several; where it is not ticked, the answer is `otherwise`. */ rare: { line: string; otherwise: string | boolean | string[] } | null; values: Array<{ id: string; text: string; help: string | null; question: string | null }>; parts: Array<{ id: string; type: "yesNo" | "text"; title: string }>; /** The value that stands alone. */ none: string | null; /** Whether other:<name> may be answered. */ open: boolean }>; pages: Array<{ id: string; title: string; help: string | null; none: string | null; unsure: string | null; questions: string[] }>; tiers: Array<{ tier: number; name: string; summary: string; approvals: string[] }>; verdicts: Record<string, { title: string; text: string; contact: string }>; contacts: Array<{ id: string; name: string; for: string; reach: string }>; /** The kinds of build that the program knows. */ kinds: Array<{ id: string; name: string; /** What is asked besides when one of this kind is registered. */ asks: Array<{ /** What an answer names, whatever the language. */ id: string; text: string }> }> }
export interface CharterEffect { key: string; name: string; tier: { before: number; after: number }; lane: { before: string; after: string }; verdict: { before: "refused" | "referred" | "blocked" | "clarify" | "review" | "approved-by-default"; after: "refused" | "referred" | "blocked" | "clarify" | "review" | "approved-by-default" }; approvals: { before: string[]; after: string[] }; newlyProhibited: string[]; noLongerProhibited: string[]; newlyBlocked: string[]; noLongerBlocked: string[]; obligations: { added: string[]; removed: string[] } }
export interface CharterImpact { /** Over the whole registry; on further pages null. */ totals: { compared: number; changed: number; higherTier: number; lowerTier: number; newlyProhibited: number; newlyBlocked: number; unreadable: number; reachedByComingRules: number } | null; /** Solutions for which something changes, by key. */ effects: CharterEffect[]; /** Solutions whose answers one of the charters doesn’t know. */ unreadable: Array<{ key: string; name: string; charter: string; reasons: string[] }>; /** What rules that begin or end within 60 days will change under the proposed charter, with the instant. */ coming: Array<{ key: string; name: string; tier: { before: number; after: number }; lane: { before: string; after: string }; verdict: { before: "refused" | "referred" | "blocked" | "clarify" | "review" | "approved-by-default"; after: "refused" | "referred" | "blocked" | "clarify" | "review" | "approved-by-default" }; approvals: { before: string[]; after: string[] }; newlyProhibited: string[]; noLongerProhibited: string[]; newlyBlocked: string[]; noLongerBlocked: string[]; obligations: { added: string[]; removed: string[] }; on: string }>; /** Pass it as `after` for more; null where there is no more. */ next: string | null }
export interface CharterProposal { label: string; digest: string; /** The charter that it would take the place of. */ replaces: { label: string; digest: string }; /** What differs from the charter in force. */ changes: Array<{ path: string[]; text: string }>; /** Rules of the proposed charter that begin or end within 60 days. */ comingRules: ComingRule[]; impact: CharterImpact }
export interface CharterVersion { id: string; /** Counts the steps of its life; what it says never changes. */ version: number; /** The version as the charter names itself, and as decisions name it. */ label: string; digest: string; state: "proposed" | "in-force" | "superseded" | "withdrawn"; /** The digest of the shipped charter that it was made from. */ basedOn: string; note: string; proposed: { by: { id: string; name: string }; at: string }; adopted: { by: { id: string; name: string }; at: string } | null; endedAt: string | null }
export interface Checkpoint { /** Entries in the signed tree. */ size: number; /** The checkpoint: a C2SP signed note with the tree’s size and root. Keep a copy elsewhere. */ note: string }
export interface ComingRule { rule: string; title: string; does: "begin" | "end"; /** The first day, or the first day without it. */ on: string }
export interface Condition { id: string; version: number; review: string; role: string; text: string; /** Before it goes live, or by a day after. */ needed: "before" | "after"; dueOn: string | null; state: "open" | "met" | "accepted" | "fallen"; setBy: { id: string; name: string }; met: { by: { id: string; name: string }; at: string; note: string } | null; accepted: { by: { id: string; name: string }; at: string } | null }
export interface Decision { /** The version of the charter that decided. */ charter: string; /** The highest tier that is still possible. */ tier: number; /** Lowest and highest tier still possible. */ range: [number, number]; verdict: "refused" | "referred" | "blocked" | "clarify" | "review" | "approved-by-default"; reasons: Array<{ rule: string; tier: number; because: string; facts: string[] }>; prohibited: Array<{ rule: string; because: string }>; guardrails: Array<{ rule: string; because: string; remedy: string }>; /** Whose sign-off it takes. */ approvals: string[]; obligations: Array<{ id: string; because: string }>; /** Facts whose answers can still change something, most decisive first. */ openQuestions: string[]; /** The question to ask next. */ next?: string | null; toLower: Array<{ change: Record<string, unknown>; tier: number; because: string }> }
export interface Declaration { number: number; state: string; facts: Record<string, unknown>; tier: number; verdict: string; charter: string; /** Digest of everything that an approval of it covers. */ digest: string; declaredBy: { id: string; name: string }; declaredAt: string; submittedAt: string | null; approvedAt: string | null; approvedHow: "default" | "review" | null; appealedAt: string | null }
export interface Emergency { id: string; version: number; person: { id: string; name: string }; role: "maker" | "unit-lead" | "coe-reviewer" | "it-security" | "legal" | "change-manager" | "program-lead" | "auditor" | "administrator"; reason: string; openedAt: string; endsAt: string; /** When somebody ended it before its time. */ endedAt: string | null; open: boolean; reviewed: { by: { id: string; name: string }; at: string; review: string } | null }
export interface Finding { id: string; version: number; rule: string; /** What the rule finds. */ says: string; /** What it is about. */ subject: { kind: "solution" | "review" | "tool" | "person" | "program"; id: string; /** What people call it by: SOL-0042, REV-0042, a tool’s word. */ key: string; name: string }; severity: "high" | "medium" | "low"; /** Numbers, days and ids that its sentence speaks of. */ values: Record<string, string | number | boolean | null>; state: "open" | "snoozed" | "cleared"; foundAt: string; /** When it has to be settled. */ dueAt: string; late: boolean; assignee: { id: string; name: string } | null; snoozed: { until: string; reason: string } | null; clearedAt: string | null }
export interface FindingPage { id: string; version: number; rule: string; /** What the rule finds. */ says: string; /** What it is about. */ subject: { kind: "solution" | "review" | "tool" | "person" | "program"; id: string; /** What people call it by: SOL-0042, REV-0042, a tool’s word. */ key: string; name: string }; severity: "high" | "medium" | "low"; /** Numbers, days and ids that its sentence speaks of. */ values: Record<string, string | number | boolean | null>; state: "open" | "snoozed" | "cleared"; foundAt: string; /** When it has to be settled. */ dueAt: string; late: boolean; assignee: { id: string; name: string } | null; snoozed: { until: string; reason: string } | null; clearedAt: string | null; /** When the rule’s answer changes. */ changes: string; history: Array<{ entry: number; type: string; at: string; actor: { id: string; name: string } | null }> }
export interface FindingRule { rule: string; version: number; subject: "solution" | "review" | "tool" | "person" | "program"; says: string; changes: string; mode: "off" | "preview" | "on"; /** How many findings it may open a day; null: any number. */ cap: number | null; /** Its findings that are not cleared. */ live: number }
export interface HandoverOffer { id: string; version: number; solution: { key: string; name: string }; role: "owner" | "backup-owner"; state: "offered" | "accepted" | "declined" | "withdrawn"; by: { id: string; name: string }; to: { id: string; name: string }; at: string; note: string }
export interface Job { id: string; kind: string; /** What it is, in words. */ called: string; state: "waiting" | "running" | "done" | "failed" | "cancelled"; /** How far it is, in whatever it counts. */ done: number; /** Of how many, where that is known. */ of: number | null; dueAt: string; /** Attempts at the present step that failed. */ tries: number; trouble: string | null; /** Null where the schedule asked. */ askedBy: { id: string; name: string } | null; startedAt: string | null; endedAt: string | null }
export interface Keys { keys: Array<{ id: string; /** The current key seals; retired ones only open what they have sealed. */ state: "current" | "retired"; /** The id of the master key that wraps it. */ master: string; /** Whether the master key that this server has opens it. */ opens: boolean; createdAt: string; retiredAt: string | null; /** How many stored secrets are sealed under it now. */ values: number }>; /** Stored secrets whose data key is not there; nothing opens them. */ lost: number; /** What keeps the master key from being used; null where nothing does, or nothing was sealed yet. */ trouble: string | null }
export interface LedgerReport { ok: boolean; /** Null where nothing was sealed yet. */ ledger: { ok: boolean; trust: "given-key" | "key-of-the-file"; origin: string; vkey: string; entries: number; signed: number | null; disclosed: number; erased: number; faults: Array<{ /** What is wrong, in plain words. */ says: string; entry: number | null }> } | null; /** Where tables and ledger disagree; at most 100. */ faults: Array<{ /** What is wrong, in plain words. */ says: string }> }
export interface Me { /** Who is signed in; null where nobody is. */ person: Person | null; /** Empty before the set-up. */ company: string; /** Whether everything here is made-up demo data. */ demo: boolean; /** The time here. In the demo it may be another than on the clock of whoever asks. */ now: string; /** How far this installation is: whether it is to be the demo or one’s own, nobody has set it up yet, or it is there. */ stage: "choose" | "set-up" | "ready"; /** Who holds a role for an emergency just now; everybody who signs in sees it. */ emergencies: Array<{ id: string; name: string; role: "maker" | "unit-lead" | "coe-reviewer" | "it-security" | "legal" | "change-manager" | "program-lead" | "auditor" | "administrator"; endsAt: string }>; /** What comes next: a second factor, before all roles are there; or, for the founder, a second administrator, before anything that takes two people. */ needs: Array<"second-factor" | "second-administrator"> }
export interface Person { id: string; name: string; jobTitle: string; /** The name of the unit they belong to; empty where they belong to none. */ unit: string; roles: Array<"maker" | "unit-lead" | "coe-reviewer" | "it-security" | "legal" | "change-manager" | "program-lead" | "auditor" | "administrator"> }
export interface PersonPage { id: string; name: string; jobTitle: string; unit: { id: string; name: string } | null; roles: Array<"maker" | "unit-lead" | "coe-reviewer" | "it-security" | "legal" | "change-manager" | "program-lead" | "auditor" | "administrator">; /** How makers reach them. */ contact: string | null; email?: string | null; employeeNumber?: string | null; state?: "active" | "suspended" | "left"; version: number; manager: { id: string; name: string } | null; /** The open units that they lead. */ leads: Array<{ id: string; name: string }>; /** Whether they are away today (UTC), until when, and who stands in for them. */ away: { lastDay: string; deputy: { id: string; name: string } | null } | null; stateSince?: string; /** Absences that are not over; for those who may change them, and auditors. */ absences?: Absence[]; /** The units that they belonged to, newest first. */ units?: Array<{ id: string; name: string; from: string; to: string | null }>; /** Further accounts of the same human being. */ accounts?: Array<{ id: string; name: string; email: string | null; state: "active" | "suspended" | "left" }> }
export interface PersonSummary { id: string; name: string; jobTitle: string; unit: { id: string; name: string } | null; roles: Array<"maker" | "unit-lead" | "coe-reviewer" | "it-security" | "legal" | "change-manager" | "program-lead" | "auditor" | "administrator">; /** How makers reach them. */ contact: string | null; email?: string | null; employeeNumber?: string | null; state?: "active" | "suspended" | "left" }
export interface PrivateTarget { id: string; version: number; /** Host and port as calls are compared, such as erp.example:8443. */ target: string; host: string; port: number; reason: string; addedAt: string }
export interface Proof { entry: number; type: string; at: string; /** The entry exactly as it was sealed. */ body: string; /** A C2SP tlog-proof; null for the second until the entry is sealed. */ proof: string | null }
export interface Proposal { id: string; /** Counts the steps of its life; what is proposed never changes. */ version: number; kind: string; /** What kind of change it is, in words. */ called: string; subject: string; /** What an adoption must name. */ digest: string; /** Why, in the words of whoever proposed it. */ note: string; state: "open" | "adopted" | "declined" | "withdrawn" | "expired"; proposed: { by: { id: string; name: string }; at: string }; /** From then on nobody can adopt it. */ expiresAt: string; decided: { by: { id: string; name: string } | null; at: string; note: string | null } | null; /** Roles that may be its second person. */ decidedBy: Array<"maker" | "unit-lead" | "coe-reviewer" | "it-security" | "legal" | "change-manager" | "program-lead" | "auditor" | "administrator"> }
export interface Review { key: string; version: number; kind: string; subject: { id: string; key: string; name: string }; purpose: "full" | "short" | "clarify" | "appeal" | "second-look" | "tool"; tier: number | null; state: "waiting" | "in-review" | "with-maker" | "decided" | "dropped"; submittedBy: { id: string; name: string }; submittedAt: string; dueAt: string; clock: { /** Business minutes in the reviewers’ hands. */ ours: number; /** Business minutes as whoever submitted it feels them. */ makers: number; /** Business minutes that are left of the promise; below zero once it is broken. */ left: number; promised: number; /** How many minutes a business day has. */ dayMinutes: number; /** Whom it waits for while the clock stands still. */ pausedFor: { id: string; name: string } | null; pausedSince: string | null; /** How it stands with its promise now; today is the calendar’s. */ standing: "going" | "due-today" | "late" | "paused" | "ended"; /** The name of the calendar that counts. */ calendar: string }; signOffs: Array<{ role: string; roleName: string; state: "open" | "approved" | "returned" | "rejected" | "fallen"; assignee: { id: string; name: string } | null; startedAt: string | null; decided: { by: { id: string; name: string }; at: string; reason: string | null; answers: Record<string, "yes" | "no" | "not-applicable"> } | null }>; outcome: "approved" | "approved-with-conditions" | "returned" | "rejected" | null; endedAt: string | null; endedBecause: string | null; matter: string; /** What a sign-off must name: it counts for exactly this content. */ digest: string; /** Whether the content is still what this review looks at. */ current: boolean; note: string | null; promise: { /** What was promised at submission. */ by: string; /** What the charter allows at most. */ usual: string; /** When the queue made it probable. */ expected: string; because: "usual" | "queue" | "nobody"; ahead: number; people: number }; checklists: Array<{ role: string; title: string; items: Array<{ id: string; text: string }> }>; questions: Array<{ id: string; version: number; text: string; facts: string[]; askedBy: { id: string; name: string }; askedAt: string; answer: { text: string; by: { id: string; name: string }; at: string } | null }>; conditions: Array<{ id: string; version: number; review: string; role: string; text: string; /** Before it goes live, or by a day after. */ needed: "before" | "after"; dueOn: string | null; state: "open" | "met" | "accepted" | "fallen"; setBy: { id: string; name: string }; met: { by: { id: string; name: string }; at: string; note: string } | null; accepted: { by: { id: string; name: string }; at: string } | null; you: { /** Whether the asking person may say that it is met. */ mayMeet: boolean; /** Whether they may say that it is met indeed. */ mayJudge: boolean } }>; change: { from: string; to: string; back: string; affected: string; link: string | null } | null; /** Why nobody can approve it as it stands. */ standsInTheWay: Array<{ reason: string; remedy: string }>; you: { /** Roles whose sign-off the asking person may give now. */ maySign: string[]; cannotSign: Array<{ reason: string; remedy: string }>; mayAnswer: boolean; mayAssign: boolean; mayPlanChange: boolean } }
export interface ReviewSummary { key: string; version: number; kind: string; subject: { id: string; key: string; name: string }; purpose: "full" | "short" | "clarify" | "appeal" | "second-look" | "tool"; tier: number | null; state: "waiting" | "in-review" | "with-maker" | "decided" | "dropped"; submittedBy: { id: string; name: string }; submittedAt: string; dueAt: string; clock: { /** Business minutes in the reviewers’ hands. */ ours: number; /** Business minutes as whoever submitted it feels them. */ makers: number; /** Business minutes that are left of the promise; below zero once it is broken. */ left: number; promised: number; /** How many minutes a business day has. */ dayMinutes: number; /** Whom it waits for while the clock stands still. */ pausedFor: { id: string; name: string } | null; pausedSince: string | null; /** How it stands with its promise now; today is the calendar’s. */ standing: "going" | "due-today" | "late" | "paused" | "ended"; /** The name of the calendar that counts. */ calendar: string }; signOffs: Array<{ role: string; roleName: string; state: "open" | "approved" | "returned" | "rejected" | "fallen"; assignee: { id: string; name: string } | null; startedAt: string | null; decided: { by: { id: string; name: string }; at: string; reason: string | null; answers: Record<string, "yes" | "no" | "not-applicable"> } | null }>; outcome: "approved" | "approved-with-conditions" | "returned" | "rejected" | null; endedAt: string | null; endedBecause: string | null }
export interface SavedView { id: string; name: string; filters: Record<string, unknown> }
export interface Solution { key: string; version: number; name: string; state: string; tier: number; verdict: string; /** The kind of build, as declared. */ kind: string | null; owner: { id: string; name: string }; /** Until when its entry holds. */ expiresAt: string | null; /** Whether a newer declaration is under way beside the approved one. */ changing: boolean; changedAt: string; id: string; purpose: string; /** What its maker declared; of the version that was approved, if one was. */ facts: Record<string, unknown>; /** The version of the charter that decided tier and verdict. */ charter: string; /** The digest of that charter. */ charterDigest: string; maker: { id: string; name: string }; backupOwner: { id: string; name: string } | null; coMakers: Array<{ id: string; name: string }>; /** The id of its unit. */ unit: string | null; platform: string | null; platformIds: string[]; environment: string | null; benefit: { kind: "time" | "errors" | "money" | "quality"; /** How much it should bring each month, in its unit. */ perMonth: number; /** Hours, errors, euros, points. */ unit: string; /** How it was before; null where nobody measured it yet. */ baseline: number | null; /** How that was found out, or will be. */ how: string } | null; answers: Record<string, string>; /** The declaration that it runs or may run under. */ approved: Declaration | null; /** The newest declaration that is not approved. */ draft: Declaration | null; rulings: Array<{ fact: string; value: unknown; reason: string; by: { id: string; name: string }; at: string }>; review: { key: string; purpose: string; state: string; dueAt: string } | null; conditions: Array<{ id: string; version: number; text: string; needed: "before" | "after"; dueOn: string | null; state: string; /** The key of the review that set it. */ review: string }>; /** Who was asked to answer for it and has not said yet. */ offers: Array<{ id: string; version: number; role: "owner" | "backup-owner"; to: { id: string; name: string }; by: { id: string; name: string }; at: string; you: { mayAnswer: boolean; mayWithdraw: boolean } }>; /** What is wrong with it or soon will be, as of now. */ standing: { expiresInDays: number | null; expired: boolean; ownerGoneSince: string | null; conditionsOpen: number; conditionsLate: number; handoverOpen: boolean }; sandboxUntil: string | null; recertifiedAt: string | null; stopped: { by: { id: string; name: string }; at: string; because: string } | null; retired: { by: { id: string; name: string }; at: string; because: string; undoUntil: string } | null; reusable: boolean; /** What can happen to it in this state, whoever may do it. */ steps: string[]; /** Where it goes next on its way into use; null where it waits or runs. */ ahead: "submit" | "go-live" | null; /** What keeps it from what is ahead. */ standsInTheWay: Array<{ field?: string; reason: string; remedy: string }>; you: { /** What the asking person may do with it now. */ may: Array<"edit" | "submit" | "withdraw-submission" | "go-live" | "meet-conditions" | "hand-over" | "change-makers" | "recertify" | "start-sandbox" | "request-waiver" | "appeal" | "confirm-receipt" | "recommend" | "stop" | "resume" | "retire" | "undo-retirement">; /** The one thing of it that is asked of them next. */ next: "edit" | "submit" | "withdraw-submission" | "go-live" | "meet-conditions" | "hand-over" | "change-makers" | "recertify" | "start-sandbox" | "request-waiver" | "appeal" | "confirm-receipt" | "recommend" | "stop" | "resume" | "retire" | "undo-retirement" | null }; createdAt: string; /** Newest first; the last hundred. */ history: Array<{ /** The ledger entry’s number. */ entry: number; type: string; at: string; /** Null where the program itself did it. */ actor: { id: string; name: string } | null; /** Its place in the tree; null for the second until it is sealed. */ leafIndex: number | null }> }
export interface SolutionSummary { key: string; version: number; name: string; state: string; tier: number; verdict: string; /** The kind of build, as declared. */ kind: string | null; owner: { id: string; name: string }; /** Until when its entry holds. */ expiresAt: string | null; /** Whether a newer declaration is under way beside the approved one. */ changing: boolean; changedAt: string }
export interface TierGuide { version: string; digest: string; title: string; purpose: string; /** When two people adopted it; null for the shipped charter that nobody has signed yet. */ adoptedAt: string | null; /** The day on which this holds, where the charter’s rules begin and end. */ day: string; tiers: Array<{ tier: number; name: string; summary: string; lane: string; /** By when, as the charter promises it. */ promise: string; businessDays: number; signOffs: Array<{ role: string; name: string; businessDays: number }>; /** Who brings the sign-offs together. */ coordinator: string | null; /** Whom to ask about solutions of this tier. */ contact: string; /** The rules that lead to this tier, under the questions that they look at. */ raisedBy: Array<{ title: string; rules: Array<{ id: string; title: string; /** Its plain sentence, where that says something without an answer in it. */ because: string | null; /** The day on which it begins, where that is still to come. */ from: string | null }> }>; comesWith: Array<{ id: string; title: string; because: string }>; /** What some solutions of this tier take on and others do not. */ mayComeWith: Array<{ id: string; title: string; because: string }>; examples: Array<{ id: string; title: string }> }>; prohibited: Array<{ id: string; title: string; /** Its plain sentence, where that says something without an answer in it. */ because: string | null; /** The day on which it begins, where that is still to come. */ from: string | null; /** The way on. */ route: string }>; guardrails: Array<{ id: string; title: string; /** Its plain sentence, where that says something without an answer in it. */ because: string | null; /** The day on which it begins, where that is still to come. */ from: string | null; remedy: string }>; standards: { version: string; intro: string; standards: Array<{ id: string; text: string }>; lookedAtWhen: Array<{ id: string; text: string }> }; dataClasses: Array<{ id: string; name: string; help: string; examples: string; /** Whether it raises the tier by itself. */ protected: boolean; /** The tools that may see it. */ tools: string[] }>; contacts: Array<{ id: string; name: string; for: string; reach: string }> }
export interface Tool { id: string; version: number; name: string; help: string; status: "approved" | "limited" | "refused" | "withdrawn"; approvedFor: ToolUse[]; redact: string[]; vendor: string | null; owner: { id: string; name: string } | null; /** When somebody last confirmed that all this is still so. */ reviewedOn: string | null; nextReviewOn: string | null; /** Whether its regular review is due. */ overdue: boolean; /** Whether the charter’s own list says this, and nobody has changed it since. */ fromCharter: boolean; models: string[]; features: string[]; contract: string | null; dataProcessing: string | null; regions: string[]; trainsOnOurData: "no" | "opt-out" | "yes" | "unknown"; withdrawnOn: string | null; /** Why it was refused or withdrawn. */ reason: string | null; /** What to use instead. */ replacedBy: Array<{ id: string; name: string }>; changedAt: string | null; /** What is wanted of it, newest first; the last ten. */ requests: ToolRequest[]; /** How many solutions that you may see use it. */ solutions: number }
export interface ToolRequest { id: string; version: number; tool: string; name: string; help: string; approvedFor: ToolUse[]; state: "open" | "approved" | "returned" | "refused" | "withdrawn"; /** What it is needed for. */ note: string; /** Why no approved tool will do, where some could. */ noneFits: string | null; requested: { by: { id: string; name: string }; at: string }; /** The key of the review, REV-0042. */ review: string | null; /** By when it is answered. */ dueAt: string | null }
export interface ToolRequestPage { id: string; version: number; tool: string; name: string; help: string; approvedFor: ToolUse[]; state: "open" | "approved" | "returned" | "refused" | "withdrawn"; /** What it is needed for. */ note: string; /** Why no approved tool will do, where some could. */ noneFits: string | null; requested: { by: { id: string; name: string }; at: string }; /** The key of the review, REV-0042. */ review: string | null; /** By when it is answered. */ dueAt: string | null; redact: string[]; vendor: string; models: string[]; features: string[]; contract: string | null; dataProcessing: string | null; regions: string[]; trainsOnOurData: "no" | "opt-out" | "yes" | "unknown"; /** The tool as it stands; null where it is not on the list yet. */ standsNow: ToolSummary | null; /** Approved tools for the same data, best first. */ alternatives: ToolSuggestion[] }
export interface ToolSuggestion { id: string; name: string; help: string; /** Which of the wanted classes it may see in that tier. */ covers: string[]; missing: string[]; /** Whether it may see all of them. */ all: boolean }
export interface ToolSummary { id: string; version: number; name: string; help: string; status: "approved" | "limited" | "refused" | "withdrawn"; approvedFor: ToolUse[]; redact: string[]; vendor: string | null; owner: { id: string; name: string } | null; /** When somebody last confirmed that all this is still so. */ reviewedOn: string | null; nextReviewOn: string | null; /** Whether its regular review is due. */ overdue: boolean; /** Whether the charter’s own list says this, and nobody has changed it since. */ fromCharter: boolean }
export interface ToolUse { dataClass: string; /** The highest tier of solutions in which it may see them. */ highestTier: number }
export interface ToolUser { key: string; name: string; tier: number; state: string; owner: { id: string; name: string } }
export interface ToolWithdrawal { tool: { id: string; name: string }; replacedBy: Array<{ id: string; name: string }>; /** The solutions that use it, newest first. */ users: ToolUser[]; /** How many there are in all. */ total: number; /** Pass it as `after` for more; null where there is no more. */ next: string | null }
export interface Unit { id: string; version: number; code: string | null; name: string; /** The id of the unit that it is part of. */ parent: string | null; lead: { id: string; name: string } | null; /** How many belong to it directly. */ people: number }
export interface Waiver { id: string; version: number; /** What is put off, by the charter’s list. */ what: string; title: string; solution: { key: string; name: string }; reason: string; /** The last day on which it holds. */ endsOn: string; standing: "requested" | "running" | "expired" | "declined" | "ended"; /** The office that may grant it; null where the charter names it no more. */ by: string | null; requested: { by: { id: string; name: string }; at: string }; decided: { by: { id: string; name: string }; at: string; note: string | null } | null; ended: { by: { id: string; name: string }; at: string } | null }

export type ListUnitsInput = { /** The moment, as ISO 8601; left out, now. Codes are always today’s. */ at?: string }
export type ListUnitsOutput = { units: Unit[] }
export type AddUnitInput = { name: string; code?: string | null; /** The id of the unit that it is part of. */ parent?: string | null; requestId: string }
export type AddUnitOutput = Unit
export type ChangeUnitInput = { unit: string; version: number; name: string; code?: string | null; /** The id of the unit that it is part of. */ parent?: string | null }
export type ChangeUnitOutput = Unit
export type CloseUnitInput = { unit: string; version: number; /** The id of the unit that takes it in. */ into: string }
export type CloseUnitOutput = Unit
export type ListPeopleInput = { /** Words, or how they begin, in any order; accents and capitals make no difference. */ q?: string; /** A unit’s id: its people and those of every unit below it. */ unit?: string; role?: "maker" | "unit-lead" | "coe-reviewer" | "it-security" | "legal" | "change-manager" | "program-lead" | "auditor" | "administrator"; /** For administrators and auditors. */ state?: "active" | "suspended" | "left"; limit?: number; after?: string }
export type ListPeopleOutput = { people: PersonSummary[]; /** Pass it as `after` for the next page; null on the last one. */ next: string | null; total: number }
export type ShowPersonInput = { person: string }
export type ShowPersonOutput = PersonPage
export type AddPersonInput = { /** The name that colleagues know them by. */ name: string; email?: string | null; employeeNumber?: string | null; jobTitle?: "" | string; contact?: string | null; /** The id of the unit they belong to. */ unit?: string | null; /** The id of the person they report to. */ manager?: string | null; requestId: string }
export type AddPersonOutput = PersonPage
export type ChangePersonInput = { person: string; version: number; /** The name that colleagues know them by. */ name: string; email?: string | null; employeeNumber?: string | null; jobTitle?: "" | string; contact?: string | null; /** The id of the unit they belong to. */ unit?: string | null; /** The id of the person they report to. */ manager?: string | null }
export type ChangePersonOutput = PersonPage
export type SuspendPersonInput = { person: string; version: number }
export type SuspendPersonOutput = PersonPage
export type ResumePersonInput = { person: string; version: number }
export type ResumePersonOutput = PersonPage
export type RecordDepartureInput = { person: string; version: number }
export type RecordDepartureOutput = PersonPage
export type ExportPeopleInput = Record<string, never>
export type ExportPeopleOutput = { csv: string }
export type PreviewImportInput = { /** Comma-separated values with the columns name, email, employee_number, job_title, unit, manager, contact. */ csv: string; /** Whether everybody who is not on the list has left the company. */ whole?: boolean | "true" | "false" }
export type PreviewImportOutput = { counts: { added: number; changed: number; left: number; same: number }; /** The first of each kind. */ rows: Array<{ /** 0 for who is not on the list. */ line: number; name: string; what: "added" | "changed" | "left" }>; problems: Array<{ line: number; reason: string; remedy: string }> }
export type ImportPeopleInput = { /** Comma-separated values with the columns name, email, employee_number, job_title, unit, manager, contact. */ csv: string; /** Whether everybody who is not on the list has left the company. */ whole?: boolean | "true" | "false"; requestId: string }
export type ImportPeopleOutput = { added: number; changed: number; left: number }
export type AddAbsenceInput = { person: string; firstDay: string; /** The last day away. */ lastDay: string; /** Who stands in: reviews and questions go to them. */ deputy?: string | null; requestId: string }
export type AddAbsenceOutput = PersonPage
export type RemoveAbsenceInput = { absence: string }
export type RemoveAbsenceOutput = PersonPage
export type ChangeContactInput = { contact: string | null }
export type ChangeContactOutput = PersonPage
export type ListContactsInput = Record<string, never>
export type ListContactsOutput = { contacts: Array<{ role: "maker" | "unit-lead" | "coe-reviewer" | "it-security" | "legal" | "change-manager" | "program-lead" | "auditor" | "administrator"; people: Array<{ id: string; name: string; jobTitle: string; contact: string | null; away: { lastDay: string; deputy: { id: string; name: string } | null } | null }> }> }
export type JoinAccountsInput = { person: string; version: number; /** The other account of the same human being. */ other: string }
export type JoinAccountsOutput = PersonPage
export type ProposeRoleChangeInput = { changes: Array<{ person: string; role: "maker" | "unit-lead" | "coe-reviewer" | "it-security" | "legal" | "change-manager" | "program-lead" | "auditor" | "administrator"; /** With the role of a unit lead, and only there: which unit. */ unit?: string; /** True gives the role, false takes it. */ give: boolean }>; /** Why, for those who decide. */ note: string; requestId: string }
export type ProposeRoleChangeOutput = { id: string; /** Counts the steps of its life; what is proposed never changes. */ version: number; kind: string; /** What kind of change it is, in words. */ called: string; subject: string; /** What an adoption must name. */ digest: string; /** Why, in the words of whoever proposed it. */ note: string; state: "open" | "adopted" | "declined" | "withdrawn" | "expired"; proposed: { by: { id: string; name: string }; at: string }; /** From then on nobody can adopt it. */ expiresAt: string; decided: { by: { id: string; name: string } | null; at: string; note: string | null } | null; /** Roles that may be its second person. */ decidedBy: Array<"maker" | "unit-lead" | "coe-reviewer" | "it-security" | "legal" | "change-manager" | "program-lead" | "auditor" | "administrator">; /** What exactly was proposed. */ content: { changes: Array<{ person: string; role: "maker" | "unit-lead" | "coe-reviewer" | "it-security" | "legal" | "change-manager" | "program-lead" | "auditor" | "administrator"; /** With the role of a unit lead, and only there: which unit. */ unit?: string; /** True gives the role, false takes it. */ give: boolean }> } }
export type ProposeSeparationInput = { person: string; /** Why, for those who decide. */ note: string; requestId: string }
export type ProposeSeparationOutput = { id: string; /** Counts the steps of its life; what is proposed never changes. */ version: number; kind: string; /** What kind of change it is, in words. */ called: string; subject: string; /** What an adoption must name. */ digest: string; /** Why, in the words of whoever proposed it. */ note: string; state: "open" | "adopted" | "declined" | "withdrawn" | "expired"; proposed: { by: { id: string; name: string }; at: string }; /** From then on nobody can adopt it. */ expiresAt: string; decided: { by: { id: string; name: string } | null; at: string; note: string | null } | null; /** Roles that may be its second person. */ decidedBy: Array<"maker" | "unit-lead" | "coe-reviewer" | "it-security" | "legal" | "change-manager" | "program-lead" | "auditor" | "administrator">; /** What exactly was proposed. */ content: { person: string; others: string[] } }
export type ShowMeInput = Record<string, never>
export type ShowMeOutput = Me
export type ListPersonasInput = Record<string, never>
export type ListPersonasOutput = { personas: Person[] }
export type ShowLinkInput = { secret: string }
export type ShowLinkOutput = { kind: "set-up" | "invitation" | "recovery"; /** Whom it is for; empty for a set-up link. */ name: string; company: string; expiresAt: string }
export type ShowMyAccessInput = Record<string, never>
export type ShowMyAccessOutput = Access
export type ChangePasswordInput = { current: string; next: string }
export type ChangePasswordOutput = { /** How many other sign-ins ended. */ ended: number }
export type BeginSecondFactorInput = Record<string, never>
export type BeginSecondFactorOutput = { /** The seed in Base32, for typing in. */ secret: string; /** The same as an otpauth address, for a picture. */ uri: string }
export type ConfirmSecondFactorInput = { code: string }
export type ConfirmSecondFactorOutput = { recoveryCodes: string[] }
export type RemoveSecondFactorInput = { code: string }
export type RemoveSecondFactorOutput = Record<string, never>
export type MakeTokenInput = { /** What it is for. */ name: string; effects: Array<"read" | "write">; /** The only operations that it is good for; left out, all of those effects. */ operations?: string[] | null; days: number }
export type MakeTokenOutput = { id: string; /** Shown this once. */ secret: string; expiresAt: string }
export type EndAccessInput = { access: string }
export type EndAccessOutput = Record<string, never>
export type EndAllAccessInput = { /** Whether tokens end as well. */ tokens?: boolean }
export type EndAllAccessOutput = { ended: number }
export type InvitePersonInput = { person: string }
export type InvitePersonOutput = AccessLink
export type InviteSecondAdministratorInput = { name: string; email: string }
export type InviteSecondAdministratorOutput = { /** Where the link leads, with its secret after the #. Shown once. */ path: string; expiresAt: string; /** The id of the account that was made. */ person: string }
export type MakeRecoveryLinkInput = { person: string }
export type MakeRecoveryLinkOutput = AccessLink
export type ProposeSignInResetInput = { person: string; /** Why, for those who decide. */ note: string; requestId: string }
export type ProposeSignInResetOutput = { id: string; /** Counts the steps of its life; what is proposed never changes. */ version: number; kind: string; /** What kind of change it is, in words. */ called: string; subject: string; /** What an adoption must name. */ digest: string; /** Why, in the words of whoever proposed it. */ note: string; state: "open" | "adopted" | "declined" | "withdrawn" | "expired"; proposed: { by: { id: string; name: string }; at: string }; /** From then on nobody can adopt it. */ expiresAt: string; decided: { by: { id: string; name: string } | null; at: string; note: string | null } | null; /** Roles that may be its second person. */ decidedBy: Array<"maker" | "unit-lead" | "coe-reviewer" | "it-security" | "legal" | "change-manager" | "program-lead" | "auditor" | "administrator">; /** What exactly was proposed. */ content: { person: string } }
export type ShowPersonAccessInput = { person: string }
export type ShowPersonAccessOutput = Access
export type EndPersonAccessInput = { person: string }
export type EndPersonAccessOutput = { ended: number }
export type MakeSetUpLinkInput = Record<string, never>
export type MakeSetUpLinkOutput = AccessLink
export type RecoverSignInInput = { email: string }
export type RecoverSignInOutput = AccessLink
export type ListProposalsInput = { state?: "open" | "adopted" | "declined" | "withdrawn" | "expired"; kind?: string; limit?: number; before?: string }
export type ListProposalsOutput = { proposals: Proposal[]; /** Pass it as `before` for the next page; null on the last one. */ next: string | null }
export type ShowProposalInput = { proposal: string; language?: "en" | "de"; /** Go on behind this, as the last page of details said. */ after?: string; limit?: number }
export type ShowProposalOutput = { id: string; /** Counts the steps of its life; what is proposed never changes. */ version: number; kind: string; /** What kind of change it is, in words. */ called: string; subject: string; /** What an adoption must name. */ digest: string; /** Why, in the words of whoever proposed it. */ note: string; state: "open" | "adopted" | "declined" | "withdrawn" | "expired"; proposed: { by: { id: string; name: string }; at: string }; /** From then on nobody can adopt it. */ expiresAt: string; decided: { by: { id: string; name: string } | null; at: string; note: string | null } | null; /** Roles that may be its second person. */ decidedBy: Array<"maker" | "unit-lead" | "coe-reviewer" | "it-security" | "legal" | "change-manager" | "program-lead" | "auditor" | "administrator">; /** What exactly is proposed: the digest settles it. */ content: unknown; /** What adopting it now would change; null where it is decided, or can’t be done now. */ preview: { words: string[]; details: unknown } | null; /** Why it can’t be done now, whoever adopts it. */ standsInTheWay: Blocker[]; /** What the asking person may do while it is open. */ you: { /** Why the asking person can’t be its second person; empty where they can. */ cannotAdopt: Blocker[]; mayDecline: boolean; mayWithdraw: boolean } }
export type AdoptProposalInput = { proposal: string; /** The digest that the proposal showed: what is adopted is what was seen, to the letter. */ digest: string; version: number }
export type AdoptProposalOutput = Proposal
export type DeclineProposalInput = { proposal: string; /** Why not, for whoever proposed it. */ note: string; version: number }
export type DeclineProposalOutput = Proposal
export type WithdrawProposalInput = { proposal: string; version: number }
export type WithdrawProposalOutput = Proposal
export type OpenEmergencyInput = { role: "administrator" | "it-security" | "coe-reviewer" | "change-manager" | "program-lead"; /** What happened, and why it can’t wait for a second person. Everybody who signs in reads it. */ reason: string; hours: number; requestId: string }
export type OpenEmergencyOutput = Emergency
export type ListEmergenciesInput = { limit?: number }
export type ListEmergenciesOutput = { emergencies: Emergency[] }
export type EndEmergencyInput = { emergency: string; version: number }
export type EndEmergencyOutput = Emergency
export type ReviewEmergencyInput = { emergency: string; /** What you looked at, and what you found. */ review: string; version: number }
export type ReviewEmergencyOutput = Emergency
export type ProposeCharterInput = { /** File name to text, for example "tiers.yaml", of every document; left out, the charter that this release ships. */ documents?: Record<string, string>; /** The digest of the shipped charter that these documents took in; left out, the one that the charter in force came from. */ basedOn?: string; /** Why, for those who decide. */ note: string; requestId: string }
export type ProposeCharterOutput = { id: string; /** Counts the steps of its life; what is proposed never changes. */ version: number; kind: string; /** What kind of change it is, in words. */ called: string; subject: string; /** What an adoption must name. */ digest: string; /** Why, in the words of whoever proposed it. */ note: string; state: "open" | "adopted" | "declined" | "withdrawn" | "expired"; proposed: { by: { id: string; name: string }; at: string }; /** From then on nobody can adopt it. */ expiresAt: string; decided: { by: { id: string; name: string } | null; at: string; note: string | null } | null; /** Roles that may be its second person. */ decidedBy: Array<"maker" | "unit-lead" | "coe-reviewer" | "it-security" | "legal" | "change-manager" | "program-lead" | "auditor" | "administrator">; /** What exactly was proposed. */ content: { /** The digest of the charter, as the list of versions shows it. */ digest: string; label: string; basedOn: string } }
export type ListCharterVersionsInput = { limit?: number; before?: string }
export type ListCharterVersionsOutput = { versions: CharterVersion[]; /** Pass it as `before` for the next page; null on the last one. */ next: string | null; shipped: { label: string; digest: string } }
export type ShowCharterVersionInput = { /** The digest of the charter, as the list of versions shows it. */ digest: string }
export type ShowCharterVersionOutput = { label: string; digest: string; /** `shipped`: the charter that comes with this release, and that nobody here adopted. */ state: "shipped" | "proposed" | "in-force" | "superseded" | "withdrawn"; /** File name to text. */ documents: Record<string, string> }
export type CompareWithShippedInput = { /** The language of sentences, en or de. */ language?: "en" | "de" }
export type CompareWithShippedOutput = { ours: string; basedOn: string; shipped: string; /** Whether the release ships another charter than the one that yours was made from. */ newer: boolean; changes: Array<{ path: string[]; /** `ours` stays, `theirs` is on offer, `same` was changed alike, `conflict` needs a decision. */ state: "ours" | "theirs" | "same" | "conflict"; /** What we changed, in words. */ ours: string | null; /** What the shipped charter changed, in words. */ theirs: string | null }> }
export type ShowComingRulesInput = { /** The language of sentences, en or de. */ language?: "en" | "de"; /** Go on behind this solution, as the last page said in next. */ after?: string; /** How many solutions are named at most; all are counted. */ limit?: number }
export type ShowComingRulesOutput = { charter: { label: string; digest: string }; rules: ComingRule[]; /** What rules that begin or end within 60 days will change under the proposed charter, with the instant. */ solutions: Array<{ key: string; name: string; tier: { before: number; after: number }; lane: { before: string; after: string }; verdict: { before: "refused" | "referred" | "blocked" | "clarify" | "review" | "approved-by-default"; after: "refused" | "referred" | "blocked" | "clarify" | "review" | "approved-by-default" }; approvals: { before: string[]; after: string[] }; newlyProhibited: string[]; noLongerProhibited: string[]; newlyBlocked: string[]; noLongerBlocked: string[]; obligations: { added: string[]; removed: string[] }; on: string }>; /** How many solutions in all; on further pages null. */ reached: number | null; /** Pass it as `after` for more; null where there is no more. */ next: string | null }
export type ShowCharterInput = { language?: "en" | "de" }
export type ShowCharterOutput = Charter
export type ShowTierGuideInput = { language?: "en" | "de" }
export type ShowTierGuideOutput = TierGuide
export type CheckIdeaInput = { /** Fact id to answer, as the charter (/api/charter) lists them; a fact left out is an open question. */ facts: Record<string, unknown>; language?: "en" | "de" }
export type CheckIdeaOutput = Decision
export type ShowStandardsInput = { language?: "en" | "de" }
export type ShowStandardsOutput = { version: string; /** What an acceptance names. */ digest: string; intro: string; standards: Array<{ id: string; text: string }>; acceptedAgainWhen: string; acceptedAt: string | null }
export type AcceptStandardsInput = { /** One’s own full name, typed. */ name: string; /** The digest of the page that was read, as show-standards gave it. */ standards: string }
export type AcceptStandardsOutput = { version: string; acceptedAt: string }
export type RegisterSolutionInput = { /** What people call it. */ name: string; /** What it does for whom, in a sentence or two. */ purpose: string; /** Fact id to answer, as the charter (/api/charter) lists them; a fact left out is an open question. */ facts: Record<string, unknown>; /** Where it runs, such as the name of a building kit. */ platform?: string | null; /** What the platform calls it, so that what is found there is recognised. */ platformIds?: string[]; environment?: "personal" | "shared" | "production" | null; /** What it should bring, and compared with what. */ benefit?: { kind: "time" | "errors" | "money" | "quality"; /** How much it should bring each month, in its unit. */ perMonth: number; /** Hours, errors, euros, points. */ unit: string; /** How it was before; null where nobody measured it yet. */ baseline: number | null; /** How that was found out, or will be. */ how: string } | null; /** Answers to what the profile of its kind asks, by the question. */ answers?: Record<string, string>; requestId: string }
export type RegisterSolutionOutput = { key: string; version: number; name: string; state: string; tier: number; verdict: string; /** The kind of build, as declared. */ kind: string | null; owner: { id: string; name: string }; /** Until when its entry holds. */ expiresAt: string | null; /** Whether a newer declaration is under way beside the approved one. */ changing: boolean; changedAt: string; /** What submitting it takes. */ cost: "noted" | "at-once" | "short-review" | "full-review" | "clarify" | "blocked" | "referred" | "refused"; /** What has to be mended or answered before. */ standsInTheWay: Array<{ field?: string; reason: string; remedy: string }>; /** The sentences of the rules that refuse or refer it. */ because: string[] }
export type PreviewEditInput = { /** The solution’s key, for example SOL-0042. */ key: string; /** Fact id to answer, as the charter (/api/charter) lists them; a fact left out is an open question. */ facts: Record<string, unknown> }
export type PreviewEditOutput = { cost: "noted" | "at-once" | "short-review" | "full-review" | "clarify" | "blocked" | "referred" | "refused"; /** The tier that it would have. */ tier: number; verdict: string; /** Facts that would say something else than the newest declaration. */ changed: string[]; /** The rules that decide, in their words. */ because: Array<{ rule: string; because: string }>; /** What has to be mended or answered before it can be submitted. */ standsInTheWay: Array<{ field?: string; reason: string; remedy: string }>; /** The open review that would end, with every sign-off that was given on it. */ drops: string | null; /** The yeses given on it so far, which would fall. */ falling: Array<{ role: string; by: { id: string; name: string } }>; /** Whose sign-offs it would take. */ signOffs: string[]; /** By when it would be answered if it were submitted now; null where nobody has to look. */ promise: { by: string; usual: string; expected: string; because: "usual" | "queue" | "nobody" } | null }
export type EditSolutionInput = { /** The solution’s key, for example SOL-0042. */ key: string; version: number; /** What people call it. */ name: string; /** What it does for whom, in a sentence or two. */ purpose: string; /** Fact id to answer, as the charter (/api/charter) lists them; a fact left out is an open question. */ facts: Record<string, unknown>; /** Where it runs, such as the name of a building kit. */ platform?: string | null; /** What the platform calls it, so that what is found there is recognised. */ platformIds?: string[]; environment?: "personal" | "shared" | "production" | null; /** What it should bring, and compared with what. */ benefit?: { kind: "time" | "errors" | "money" | "quality"; /** How much it should bring each month, in its unit. */ perMonth: number; /** Hours, errors, euros, points. */ unit: string; /** How it was before; null where nobody measured it yet. */ baseline: number | null; /** How that was found out, or will be. */ how: string } | null; /** Answers to what the profile of its kind asks, by the question. */ answers?: Record<string, string>; /** What changed and why, for those who review it. */ note?: string | null }
export type EditSolutionOutput = { key: string; version: number; name: string; state: string; tier: number; verdict: string; /** The kind of build, as declared. */ kind: string | null; owner: { id: string; name: string }; /** Until when its entry holds. */ expiresAt: string | null; /** Whether a newer declaration is under way beside the approved one. */ changing: boolean; changedAt: string; /** What it cost, or what submitting it takes; as preview-edit said. */ cost: "noted" | "at-once" | "short-review" | "full-review" | "clarify" | "blocked" | "referred" | "refused"; standsInTheWay: Array<{ field?: string; reason: string; remedy: string }>; /** The review that ended with this change, if one was open. */ dropped: string | null }
export type SubmitSolutionInput = { /** The solution’s key, for example SOL-0042. */ key: string; version: number; /** What reviewers should know. */ note?: string | null }
export type SubmitSolutionOutput = { key: string; version: number; name: string; state: string; tier: number; verdict: string; /** The kind of build, as declared. */ kind: string | null; owner: { id: string; name: string }; /** Until when its entry holds. */ expiresAt: string | null; /** Whether a newer declaration is under way beside the approved one. */ changing: boolean; changedAt: string; /** The review that was opened; null where nobody has to look. */ review: { key: string; purpose: string; promisedBy: string } | null }
export type WithdrawSubmissionInput = { /** The solution’s key, for example SOL-0042. */ key: string; version: number }
export type WithdrawSubmissionOutput = SolutionSummary
export type RuleOnFactInput = { /** The solution’s key, for example SOL-0042. */ key: string; version: number; fact: string; /** What it is, as in declared facts; null ends a ruling, so that what is declared counts again. */ value: unknown; /** How that was found out; makers read it. */ reason: string }
export type RuleOnFactOutput = { key: string; version: number; name: string; state: string; tier: number; verdict: string; /** The kind of build, as declared. */ kind: string | null; owner: { id: string; name: string }; /** Until when its entry holds. */ expiresAt: string | null; /** Whether a newer declaration is under way beside the approved one. */ changing: boolean; changedAt: string; /** The review that is open now; another than before where the tier rose. */ review: string | null }
export type GoLiveInput = { /** The solution’s key, for example SOL-0042. */ key: string; version: number }
export type GoLiveOutput = SolutionSummary
export type ListSolutionsInput = { /** Words, or how they begin, in any order; accents and capitals make no difference. */ q?: string; state?: "draft" | "submitted" | "in-review" | "changes-requested" | "approved" | "active" | "suspended" | "retired" | "refused" | "referred"; tier?: number; /** The kind of build, as declared. */ kind?: string; /** The id of a tool that it uses. */ tool?: string; /** A kind of data that it sees. */ dataClass?: string; unit?: string; owner?: string; expiresBefore?: string; /** Only what one builds, owns or stands in for. */ mine?: boolean | "true" | "false"; /** Only what the center of excellence recommends as a template. */ reusable?: boolean | "true" | "false"; limit?: number; /** The solution’s key, for example SOL-0042. */ before?: string }
export type ListSolutionsOutput = { solutions: SolutionSummary[]; /** Pass it as `before` for the next page; null on the last one. */ next: string | null; /** How many there are in all; counted up to 1,000. */ total: number; /** Whether there are more than were counted. */ more: boolean }
export type ListMySolutionsInput = Record<string, never>
export type ListMySolutionsOutput = { solutions: Array<{ key: string; version: number; name: string; state: string; tier: number; verdict: string; /** The kind of build, as declared. */ kind: string | null; owner: { id: string; name: string }; /** Until when its entry holds. */ expiresAt: string | null; /** Whether a newer declaration is under way beside the approved one. */ changing: boolean; changedAt: string; /** What is asked of the asking person next; null where nothing is. */ next: "edit" | "submit" | "withdraw-submission" | "go-live" | "meet-conditions" | "hand-over" | "change-makers" | "recertify" | "start-sandbox" | "request-waiver" | "appeal" | "confirm-receipt" | "recommend" | "stop" | "resume" | "retire" | "undo-retirement" | null; expired: boolean; expiresInDays: number | null; conditionsOpen: number; conditionsLate: number; review: { key: string; dueAt: string } | null }>; /** Whether one has more than 200; then they stand in the list of all solutions. */ more: boolean }
export type ExportSolutionsInput = { /** Words, or how they begin, in any order; accents and capitals make no difference. */ q?: string; state?: "draft" | "submitted" | "in-review" | "changes-requested" | "approved" | "active" | "suspended" | "retired" | "refused" | "referred"; tier?: number; /** The kind of build, as declared. */ kind?: string; /** The id of a tool that it uses. */ tool?: string; /** A kind of data that it sees. */ dataClass?: string; unit?: string; owner?: string; expiresBefore?: string; /** Only what one builds, owns or stands in for. */ mine?: boolean | "true" | "false"; /** Only what the center of excellence recommends as a template. */ reusable?: boolean | "true" | "false"; limit?: number; /** The solution’s key, for example SOL-0042. */ before?: string }
export type ExportSolutionsOutput = { csv: string; /** Pass it as `before` for what didn’t fit; null where everything is there. */ next: string | null }
export type ShowSolutionInput = { /** The solution’s key, for example SOL-0042. */ key: string }
export type ShowSolutionOutput = Solution
export type SimilarSolutionsInput = { name?: string; purpose?: string; /** Fact id to answer, as the charter (/api/charter) lists them; a fact left out is an open question. */ facts?: Record<string, unknown> }
export type SimilarSolutionsOutput = { similar: Array<{ key: string; name: string; purpose: string; state: string; tier: number; /** Whom to ask. */ owner: { id: string; name: string }; template: boolean; /** From 0 to 1. */ likeness: number }>; templates: Array<{ key: string; name: string; purpose: string; state: string; tier: number; /** Whom to ask. */ owner: { id: string; name: string }; template: boolean; /** From 0 to 1. */ likeness: number }> }
export type RecommendSolutionInput = { /** The solution’s key, for example SOL-0042. */ key: string; version: number; reusable: boolean }
export type RecommendSolutionOutput = SolutionSummary
export type ListViewsInput = Record<string, never>
export type ListViewsOutput = { views: SavedView[] }
export type SaveViewInput = { name: string; filters: { /** Words, or how they begin, in any order; accents and capitals make no difference. */ q?: string; state?: "draft" | "submitted" | "in-review" | "changes-requested" | "approved" | "active" | "suspended" | "retired" | "refused" | "referred"; tier?: number; /** The kind of build, as declared. */ kind?: string; /** The id of a tool that it uses. */ tool?: string; /** A kind of data that it sees. */ dataClass?: string; unit?: string; owner?: string; expiresBefore?: string; /** Only what one builds, owns or stands in for. */ mine?: boolean | "true" | "false"; /** Only what the center of excellence recommends as a template. */ reusable?: boolean | "true" | "false" } }
export type SaveViewOutput = SavedView
export type RemoveViewInput = { view: string }
export type RemoveViewOutput = { removed: string }
export type ListOffersInput = Record<string, never>
export type ListOffersOutput = { offers: HandoverOffer[] }
export type OfferHandoverInput = { /** The solution’s key, for example SOL-0042. */ key: string; role: "owner" | "backup-owner"; /** Whom to ask. */ to: string; /** What they should know before they say yes. */ note: string; requestId: string }
export type OfferHandoverOutput = HandoverOffer
export type AcceptHandoverInput = { offer: string; version: number }
export type AcceptHandoverOutput = HandoverOffer
export type DeclineHandoverInput = { offer: string; version: number; /** Why not, for whoever asked. */ note?: string | null }
export type DeclineHandoverOutput = HandoverOffer
export type WithdrawHandoverInput = { offer: string; version: number }
export type WithdrawHandoverOutput = HandoverOffer
export type ChangeMakersInput = { /** The solution’s key, for example SOL-0042. */ key: string; version: number; /** Everybody who builds it too; whoever is left out no longer does. */ coMakers: string[] }
export type ChangeMakersOutput = SolutionSummary
export type ShowRecertificationInput = { /** The solution’s key, for example SOL-0042. */ key: string }
export type ShowRecertificationOutput = { /** As they were approved. */ facts: Record<string, unknown>; approvedAt: string | null; /** When somebody last said that nothing changed. */ confirmedAt: string | null; expiresAt: string | null; wouldHoldUntil: string; /** Why “nothing changed” can’t be said; then it is edited instead. */ standsInTheWay: Array<{ field?: string; reason: string; remedy: string }> }
export type RecertifySolutionInput = { /** The solution’s key, for example SOL-0042. */ key: string; version: number; /** Nothing changed since the entry was last true. */ unchanged: true; /** Anything that whoever reads this next year should know. */ note?: string | null }
export type RecertifySolutionOutput = SolutionSummary
export type StartSandboxInput = { /** The solution’s key, for example SOL-0042. */ key: string; version: number }
export type StartSandboxOutput = { until: string; /** Kinds of data that may be used there, besides made-up ones. */ dataClasses: string[]; spendCap: { amount: number; currency: string }; says: string }
export type StopSolutionInput = { /** The solution’s key, for example SOL-0042. */ key: string; /** What happened, for its owner and for those who look into it. */ because: string }
export type StopSolutionOutput = SolutionSummary
export type ProposeResumptionInput = { /** The solution’s key, for example SOL-0042. */ key: string; /** Why, for those who decide. */ note: string; requestId: string }
export type ProposeResumptionOutput = { id: string; /** Counts the steps of its life; what is proposed never changes. */ version: number; kind: string; /** What kind of change it is, in words. */ called: string; subject: string; /** What an adoption must name. */ digest: string; /** Why, in the words of whoever proposed it. */ note: string; state: "open" | "adopted" | "declined" | "withdrawn" | "expired"; proposed: { by: { id: string; name: string }; at: string }; /** From then on nobody can adopt it. */ expiresAt: string; decided: { by: { id: string; name: string } | null; at: string; note: string | null } | null; /** Roles that may be its second person. */ decidedBy: Array<"maker" | "unit-lead" | "coe-reviewer" | "it-security" | "legal" | "change-manager" | "program-lead" | "auditor" | "administrator">; /** What exactly was proposed. */ content: { solution: string; /** Accounts of those who own and build it. */ behind: string[] } }
export type RetireSolutionInput = { /** The solution’s key, for example SOL-0042. */ key: string; version: number; /** Why it ends. */ because: string }
export type RetireSolutionOutput = { key: string; version: number; name: string; state: string; tier: number; verdict: string; /** The kind of build, as declared. */ kind: string | null; owner: { id: string; name: string }; /** Until when its entry holds. */ expiresAt: string | null; /** Whether a newer declaration is under way beside the approved one. */ changing: boolean; changedAt: string; undoUntil: string }
export type UndoRetirementInput = { /** The solution’s key, for example SOL-0042. */ key: string; version: number }
export type UndoRetirementOutput = SolutionSummary
export type AppealDecisionInput = { /** The solution’s key, for example SOL-0042. */ key: string; version: number; /** Why the answer should be another one. */ reason: string }
export type AppealDecisionOutput = { key: string; version: number; name: string; state: string; tier: number; verdict: string; /** The kind of build, as declared. */ kind: string | null; owner: { id: string; name: string }; /** Until when its entry holds. */ expiresAt: string | null; /** Whether a newer declaration is under way beside the approved one. */ changing: boolean; changedAt: string; review: { key: string; promisedBy: string } }
export type ShowSecondLookInput = { /** The review’s key, for example REV-0042. */ review: string }
export type ShowSecondLookOutput = { review: string; version: number; name: string; purpose: string; platform: string | null; platformIds: string[]; environment: string | null; answers: Record<string, string> }
export type RecordSecondLookInput = { /** The review’s key, for example REV-0042. */ review: string; version: number; /** Fact id to answer, as the charter (/api/charter) lists them; a fact left out is an open question. */ facts: Record<string, unknown>; /** How one came to see them so. */ reason: string }
export type RecordSecondLookOutput = { same: boolean; /** The tier that it was approved in. */ tier: number; /** The tier that the facts as seen lead to. */ seenTier: number; because: string[] }
export type ShowReferralInput = { /** The solution’s key, for example SOL-0042. */ key: string; language?: "en" | "de" }
export type ShowReferralOutput = { key: string; name: string; purpose: string; owner: { id: string; name: string }; facts: Record<string, unknown>; /** What reviewers settled. */ rulings: Record<string, unknown>; reasons: Array<{ rule: string; tier: number; because: string }>; benefit: unknown; prototype: { platform: string | null; platformIds: string[]; environment: string | null }; /** What the charter says that such a package holds. */ contains: string[]; referredAt: string; receiptDueAt: string; received: { by: { id: string; name: string }; at: string; reference: string } | null }
export type AcknowledgeReferralInput = { /** The solution’s key, for example SOL-0042. */ key: string; /** What the central team calls it. */ reference: string }
export type AcknowledgeReferralOutput = { receivedAt: string; reference: string; inTime: boolean }
export type ListReferralsInput = Record<string, never>
export type ListReferralsOutput = { referrals: Array<{ key: string; name: string; referredAt: string; receiptDueAt: string; late: boolean }> }
export type ListReviewsInput = { view?: "open" | "mine" | "unassigned" | "due-today" | "late" | "paused" | "decided"; language?: "en" | "de"; limit?: number; /** Go on behind this review. */ after?: string }
export type ListReviewsOutput = { reviews: ReviewSummary[]; next: string | null; counts: { open: number; mine: number; unassigned: number; dueToday: number; late: number; paused: number } }
export type ListPromisesAtStakeInput = Record<string, never>
export type ListPromisesAtStakeOutput = { due: Array<{ review: string; role: string; /** Why somebody else should take it. */ reassign: "away" | "unassigned" | "not-begun" | null; /** Whether those who lead are told. */ tell: boolean }> }
export type ShowReviewFiguresInput = { days?: number }
export type ShowReviewFiguresOutput = { since: string; promises: Array<{ purpose: string; tier: number | null; decided: number; kept: number; share: { value: number; low: number; high: number } | null; /** Median business minutes in the reviewers’ hands. */ ours: number | null; /** Median business minutes as makers felt them. */ makers: number | null }>; appeals: { decided: number; upheld: number; share: { value: number; low: number; high: number } | null }; /** Null as long as nobody has looked a second time. */ agreement: { looks: number; same: number; /** Quadratically weighted; null where it can’t be computed. */ kappa: number | null; /** Share of looks in which the tier had been decided too low. */ underTiering: { value: number; low: number; high: number } } | null; /** For those who lead the program and for auditors alone. */ reviewers?: Array<{ person: { id: string; name: string }; approvals: number; returns: number; rejections: number; /** Median minutes from beginning to yes. */ minutes: number | null; /** A reason to talk, no proof. */ signs: Array<"never-returned" | "in-minutes"> }> }
export type ShowReviewInput = { /** The review’s key, for example REV-0042. */ review: string; language?: "en" | "de" }
export type ShowReviewOutput = Review
export type StartReviewInput = { /** The review’s key, for example REV-0042. */ review: string; /** The role of the sign-off, as the lane names it. */ role: string; version: number }
export type StartReviewOutput = Review
export type AssignReviewInput = { /** The review’s key, for example REV-0042. */ review: string; /** The role of the sign-off, as the lane names it. */ role: string; /** Null: whoever takes it. */ person: string | null; version: number }
export type AssignReviewOutput = Review
export type SignOffReviewInput = { /** The review’s key, for example REV-0042. */ review: string; /** The role of the sign-off, as the lane names it. */ role: string; version: number; /** The digest of the content that was looked at, as the review shows it. */ digest: string; decision: "approve" | "return" | "reject"; /** Item of the checklists to what was found. */ answers?: Record<string, "yes" | "no" | "not-applicable">; conditions?: Array<{ /** What has to be done. */ text: string; /** Before it goes live, or by a day after. */ needed: "before" | "after"; dueOn?: string | null }>; reason?: string | null }
export type SignOffReviewOutput = Review
export type AskAboutReviewInput = { /** The review’s key, for example REV-0042. */ review: string; text: string; /** The facts that it is about. */ facts?: string[]; version: number }
export type AskAboutReviewOutput = Review
export type AnswerReviewQuestionInput = { /** The review’s key, for example REV-0042. */ review: string; question: string; answer: string; version: number }
export type AnswerReviewQuestionOutput = Review
export type EscalateReviewInput = { /** The review’s key, for example REV-0042. */ review: string; /** One of coe, it-security, legal, change-management, program-lead. */ to: string; /** Why it takes them as well. */ reason: string; version: number }
export type EscalateReviewOutput = Review
export type RecordChangeInput = { /** The review’s key, for example REV-0042. */ review: string; /** The beginning of the window in which it is brought in. */ from: string; /** Its end. */ to: string; /** How things go on if it has to be taken back. */ back: string; /** Whose work changes, and how they learn of it. */ affected: string; /** The record in the company’s own system. */ link?: string | null; version: number }
export type RecordChangeOutput = Review
export type MeetConditionInput = { condition: string; /** What was done. */ note: string; version: number }
export type MeetConditionOutput = Condition
export type AcceptConditionInput = { condition: string; accepted: boolean; version: number }
export type AcceptConditionOutput = Condition
export type ListToolsInput = { /** The language of names and sentences, en or de. */ language?: "en" | "de"; /** Words, or how they begin, in any order; accents and capitals make no difference. */ q?: string; status?: "approved" | "limited" | "refused" | "withdrawn"; /** Only tools that may see this class of data. */ dataClass?: string; /** … in solutions of this tier. */ tier?: number; /** Only tools whose regular review is due. */ overdue?: boolean | "true" | "false" }
export type ListToolsOutput = { tools: ToolSummary[]; /** How many there are without any filter. */ total: number; dataClasses: Array<{ id: string; name: string; protected: boolean }>; /** Open requests that you may see, oldest first. */ requests: ToolRequest[]; reviewEveryMonths: number; /** By when a request is answered. */ answerBusinessDays: number }
export type ShowToolInput = { /** The tool’s id, as facts name it. */ tool: string; /** The language of names and sentences, en or de. */ language?: "en" | "de" }
export type ShowToolOutput = Tool
export type ListToolUsersInput = { /** The tool’s id, as facts name it. */ tool: string; limit?: number; after?: string }
export type ListToolUsersOutput = { users: ToolUser[]; total: number; /** Pass it as `after` for the next page; null on the last one. */ next: string | null }
export type SuggestToolsInput = { /** Ids of data classes, with commas between them. */ dataClasses: string; tier?: number; /** The language of names and sentences, en or de. */ language?: "en" | "de" }
export type SuggestToolsOutput = { suggestions: ToolSuggestion[] }
export type RequestToolInput = { /** The id of a tool of the list that is to be approved further, or again. */ tool?: string; /** What people call it. */ name: string; /** What it is for, in a sentence. */ help: string; approvedFor: ToolUse[]; /** Classes of data that are blacked out before they reach it. */ redact?: string[]; vendor: string; /** The only models permitted; empty: any. */ models?: string[]; /** The only features permitted; empty: any. */ features?: string[]; /** Where the contract is kept. */ contract?: string | null; /** Where the data-processing agreement is kept. */ dataProcessing?: string | null; /** Where it keeps or works on data. */ regions?: string[]; trainsOnOurData: "no" | "opt-out" | "yes" | "unknown"; /** What it is needed for. */ note: string; /** Why no approved tool will do; asked where some could. */ noneFits?: string; /** The language of names and sentences, en or de. */ language?: "en" | "de"; requestId: string }
export type RequestToolOutput = ToolRequest
export type ShowToolRequestInput = { request: string; /** The language of names and sentences, en or de. */ language?: "en" | "de" }
export type ShowToolRequestOutput = ToolRequestPage
export type WithdrawToolRequestInput = { request: string; version: number; /** The language of names and sentences, en or de. */ language?: "en" | "de" }
export type WithdrawToolRequestOutput = ToolRequest
export type PreviewToolChangeInput = { /** The tool’s id, as facts name it. */ tool: string; /** What people call it. */ name: string; /** What it is for, in a sentence. */ help: string; approvedFor: ToolUse[]; /** Classes of data that are blacked out before they reach it. */ redact?: string[]; vendor: string; /** The only models permitted; empty: any. */ models?: string[]; /** The only features permitted; empty: any. */ features?: string[]; /** Where the contract is kept. */ contract?: string | null; /** Where the data-processing agreement is kept. */ dataProcessing?: string | null; /** Where it keeps or works on data. */ regions?: string[]; trainsOnOurData: "no" | "opt-out" | "yes" | "unknown"; /** Who in the center of excellence answers for it. */ owner: string | null }
export type PreviewToolChangeOutput = { does: "nothing" | "at-once" | "review"; opens: Array<{ what: string; which: string | null }>; closes: Array<{ what: string; which: string | null }>; /** By when a review would be answered. */ dueAt: string | null; /** How many solutions use it. */ solutions: number }
export type ChangeToolInput = { /** The tool’s id, as facts name it. */ tool: string; version: number; /** What people call it. */ name: string; /** What it is for, in a sentence. */ help: string; approvedFor: ToolUse[]; /** Classes of data that are blacked out before they reach it. */ redact?: string[]; vendor: string; /** The only models permitted; empty: any. */ models?: string[]; /** The only features permitted; empty: any. */ features?: string[]; /** Where the contract is kept. */ contract?: string | null; /** Where the data-processing agreement is kept. */ dataProcessing?: string | null; /** Where it keeps or works on data. */ regions?: string[]; trainsOnOurData: "no" | "opt-out" | "yes" | "unknown"; /** Who in the center of excellence answers for it. */ owner: string | null; /** Why, for whoever reads it later. */ note: string; /** The language of names and sentences, en or de. */ language?: "en" | "de" }
export type ChangeToolOutput = { does: "at-once" | "review"; tool: ToolSummary; review: { key: string; dueAt: string } | null }
export type ReviewToolInput = { /** The tool’s id, as facts name it. */ tool: string; version: number; /** The language of names and sentences, en or de. */ language?: "en" | "de" }
export type ReviewToolOutput = ToolSummary
export type ProposeToolWithdrawalInput = { /** The tool’s id, as facts name it. */ tool: string; /** Approved tools to use instead, best first. */ replacedBy?: string[]; /** Why, for those who decide. */ note: string; requestId: string }
export type ProposeToolWithdrawalOutput = { id: string; /** Counts the steps of its life; what is proposed never changes. */ version: number; kind: string; /** What kind of change it is, in words. */ called: string; subject: string; /** What an adoption must name. */ digest: string; /** Why, in the words of whoever proposed it. */ note: string; state: "open" | "adopted" | "declined" | "withdrawn" | "expired"; proposed: { by: { id: string; name: string }; at: string }; /** From then on nobody can adopt it. */ expiresAt: string; decided: { by: { id: string; name: string } | null; at: string; note: string | null } | null; /** Roles that may be its second person. */ decidedBy: Array<"maker" | "unit-lead" | "coe-reviewer" | "it-security" | "legal" | "change-manager" | "program-lead" | "auditor" | "administrator">; /** What exactly was proposed. */ content: { /** The tool’s id, as facts name it. */ tool: string; /** Approved tools to use instead, best first. */ replacedBy: string[] } }
export type ListWaiversInput = { standing?: "requested" | "running" | "expired" | "declined" | "ended"; /** The solution’s key, for example SOL-0042. */ solution?: string; limit?: number; before?: string; language?: "en" | "de" }
export type ListWaiversOutput = { waivers: Waiver[]; /** Pass it as `before` for the next page; null on the last one. */ next: string | null; atMostDays: number; waivable: Array<{ id: string; title: string; by: string; byName: string }>; /** What nobody may waive. */ never: Array<{ id: string; text: string }> }
export type RequestWaiverInput = { /** The solution’s key, for example SOL-0042. */ solution: string; /** What is to be put off, by the charter’s list. */ what: string; /** Why, for whoever decides. */ reason: string; /** The last day on which it should hold. */ endsOn: string; language?: "en" | "de"; requestId: string }
export type RequestWaiverOutput = Waiver
export type GrantWaiverInput = { id: string; version: number; /** Why, for whoever asked. */ note: string; language?: "en" | "de" }
export type GrantWaiverOutput = Waiver
export type DeclineWaiverInput = { id: string; version: number; /** Why, for whoever asked. */ note: string; language?: "en" | "de" }
export type DeclineWaiverOutput = Waiver
export type EndWaiverInput = { id: string; version: number; language?: "en" | "de" }
export type EndWaiverOutput = Waiver
export type ListFindingsInput = { /** A rule’s name, as the list of rules shows it. */ rule?: string; severity?: "high" | "medium" | "low"; /** Left out: whatever is not cleared. */ state?: "open" | "snoozed" | "cleared"; /** What it is about. */ kind?: "solution" | "review" | "tool" | "person" | "program"; /** The id of what it is about. */ subject?: string; /** The solution’s key, for example SOL-0042. */ solution?: string; /** The id of whoever works on it. */ assignee?: string; dueBefore?: string; limit?: number; /** `next` of the page before. */ after?: string }
export type ListFindingsOutput = { findings: Finding[]; /** Pass it as `after` for the next page; null on the last one. */ next: string | null; /** How many there are in all. */ counts: { high: number; medium: number; low: number } }
export type PreviewTonightInput = { /** With `after`: where the page before ended. */ kind?: "solution" | "review" | "tool" | "person" | "program"; after?: string }
export type PreviewTonightOutput = { opens: Array<{ rule: string; mode: "off" | "preview" | "on"; /** What it is about. */ subject: { kind: "solution" | "review" | "tool" | "person" | "program"; id: string; /** What people call it by: SOL-0042, REV-0042, a tool’s word. */ key: string; name: string }; severity: "high" | "medium" | "low"; /** Numbers, days and ids that its sentence speaks of. */ values: Record<string, string | number | boolean | null> }>; clears: Finding[]; /** How many subjects this page looked at. */ looked: number; /** Null on the last page. */ next: { kind: "solution" | "review" | "tool" | "person" | "program"; after: string | null } | null }
export type ShowFindingInput = { finding: string }
export type ShowFindingOutput = FindingPage
export type AssignFindingInput = { finding: string; version: number; /** The id of somebody who is active in the directory. */ to: string | null }
export type AssignFindingOutput = Finding
export type SnoozeFindingInput = { finding: string; version: number; until: string; /** Why it can wait. */ reason: string }
export type SnoozeFindingOutput = Finding
export type ListFindingRulesInput = Record<string, never>
export type ListFindingRulesOutput = { rules: FindingRule[] }
export type SetFindingRuleInput = { /** A rule’s name, as the list of rules shows it. */ rule: string; version: number; mode: "off" | "preview" | "on"; /** Null: any number. */ cap: number | null }
export type SetFindingRuleOutput = FindingRule
export type ListJobsInput = { /** Only what is not over. */ open?: boolean | "true" | "false"; limit?: number }
export type ListJobsOutput = { jobs: Job[]; kinds: Array<{ name: string; called: string; schedule: string | null; /** How it ended last; null where it never ran. */ last: Job | null }> }
export type ShowJobInput = { job: string }
export type ShowJobOutput = Job
export type StartJobInput = { kind: string; requestId: string }
export type StartJobOutput = Job
export type CancelJobInput = { job: string }
export type CancelJobOutput = Job
export type ShowCheckpointInput = Record<string, never>
export type ShowCheckpointOutput = Checkpoint
export type ProveEntryInput = { /** The entry’s number, as a history shows it. */ entry: number }
export type ProveEntryOutput = Proof
export type ExportLedgerInput = { /** Go on behind this entry, as the last page said in next. */ after?: number; /** The size that the first page named. */ size?: number; /** Whether values about people come with their commitments. */ personal?: "withheld" | "disclosed" }
export type ExportLedgerOutput = { lines: string[]; size: number; next: number | null }
export type VerifyLedgerInput = Record<string, never>
export type VerifyLedgerOutput = LedgerReport
export type ShowKeysInput = Record<string, never>
export type ShowKeysOutput = Keys
export type RotateDataKeysInput = { requestId: string }
export type RotateDataKeysOutput = { /** The id of the new data key. */ key: string }
export type ChangeMasterKeyInput = Record<string, never>
export type ChangeMasterKeyOutput = { /** How many data keys. */ rewrapped: number; /** The id of the master key. */ master: string }
export type ListPrivateTargetsInput = Record<string, never>
export type ListPrivateTargetsOutput = { targets: PrivateTarget[] }
export type WithdrawPrivateTargetInput = { id: string; version: number }
export type WithdrawPrivateTargetOutput = PrivateTarget
export type ProposePrivateTargetInput = { /** Host and port, such as erp.internal:443. */ target: string; /** Why, for those who decide. */ note: string; requestId: string }
export type ProposePrivateTargetOutput = { id: string; /** Counts the steps of its life; what is proposed never changes. */ version: number; kind: string; /** What kind of change it is, in words. */ called: string; subject: string; /** What an adoption must name. */ digest: string; /** Why, in the words of whoever proposed it. */ note: string; state: "open" | "adopted" | "declined" | "withdrawn" | "expired"; proposed: { by: { id: string; name: string }; at: string }; /** From then on nobody can adopt it. */ expiresAt: string; decided: { by: { id: string; name: string } | null; at: string; note: string | null } | null; /** Roles that may be its second person. */ decidedBy: Array<"maker" | "unit-lead" | "coe-reviewer" | "it-security" | "legal" | "change-manager" | "program-lead" | "auditor" | "administrator">; /** What exactly was proposed. */ content: { /** Host and port, such as erp.internal:443. */ target: string } }

/** A refusal as the server words it: what is wrong, where, and what to do. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly status: number
  readonly code: string
  readonly title: string
  readonly blockers: { field?: string; reason: string; remedy: string }[]

  constructor(status: number, problem: { code: string; title: string; blockers: { field?: string; reason: string; remedy: string }[] }) {
    super(problem.title)
    this.status = status
    this.code = problem.code
    this.title = problem.title
    this.blockers = problem.blockers
  }
}

const noAnswer = { code: 'no-answer', title: 'Guildhall did not answer.', blockers: [{ reason: 'The connection failed or the answer was no JSON.', remedy: 'Check your connection and try again.' }] }

const send = async <T>(method: string, path: string, content?: Record<string, unknown>, headers: Record<string, string> = {}): Promise<T> => {
  const asked = method === 'GET' && content !== undefined ? Object.entries(content).filter(([, value]) => value !== undefined) : []
  const query = asked.length > 0 ? `?${new URLSearchParams(asked.map(([field, value]) => [field, String(value)])).toString()}` : ''
  const body = method === 'GET' || content === undefined ? {} : { body: JSON.stringify(content) }
  const response = await fetch(`${path}${query}`, { method, headers: { accept: 'application/json', ...('body' in body ? { 'content-type': 'application/json' } : {}), ...headers }, ...body }).catch(() => null)
  if (response === null) throw new ApiProblem(0, noAnswer)
  if (response.status === 204) return undefined as T
  const answer: unknown = await response.json().catch(() => noAnswer)
  if (!response.ok) throw new ApiProblem(response.status, answer as typeof noAnswer)
  return answer as T
}

export const client = {
  /** The units of the company, each directly before those below it; also as they were at a moment. */
  listUnits: (input: ListUnitsInput = {}) => send<ListUnitsOutput>('GET', `/api/units`, { at: input.at }),
  /** Add a unit, without a lead; who leads it takes two people. */
  addUnit: (input: AddUnitInput) => send<AddUnitOutput>('POST', `/api/units`, { name: input.name, code: input.code, parent: input.parent }, { 'idempotency-key': input.requestId }),
  /** Rename a unit, or place it under another with everything below it. How it was before stays to be seen. */
  changeUnit: (input: ChangeUnitInput) => send<ChangeUnitOutput>('PUT', `/api/units/${encodeURIComponent(input.unit)}`, { name: input.name, code: input.code, parent: input.parent }, { 'if-match': `"${input.version}"` }),
  /** Close a unit: its people and the units below it go into another. */
  closeUnit: (input: CloseUnitInput) => send<CloseUnitOutput>('POST', `/api/units/${encodeURIComponent(input.unit)}/closing`, { into: input.into }, { 'if-match': `"${input.version}"` }),
  /** The people of the company by name, as far as you may know of them. */
  listPeople: (input: ListPeopleInput = {}) => send<ListPeopleOutput>('GET', `/api/people`, { q: input.q, unit: input.unit, role: input.role, state: input.state, limit: input.limit, after: input.after }),
  /** One person: what everybody may know, and what you may. */
  showPerson: (input: ShowPersonInput) => send<ShowPersonOutput>('GET', `/api/people/${encodeURIComponent(input.person)}`, undefined),
  /** Put somebody into the directory, without any role; an invitation lets them in. */
  addPerson: (input: AddPersonInput) => send<AddPersonOutput>('POST', `/api/people`, { name: input.name, email: input.email, employeeNumber: input.employeeNumber, jobTitle: input.jobTitle, contact: input.contact, unit: input.unit, manager: input.manager }, { 'idempotency-key': input.requestId }),
  /** Change what the directory says of somebody: name, address, job, unit, manager. Roles take two people and stay as they are. */
  changePerson: (input: ChangePersonInput) => send<ChangePersonOutput>('PUT', `/api/people/${encodeURIComponent(input.person)}`, { name: input.name, email: input.email, employeeNumber: input.employeeNumber, jobTitle: input.jobTitle, contact: input.contact, unit: input.unit, manager: input.manager }, { 'if-match': `"${input.version}"` }),
  /** Keep somebody out until further notice; their roles stay, and everything that they have open ends. */
  suspendPerson: (input: SuspendPersonInput) => send<SuspendPersonOutput>('POST', `/api/people/${encodeURIComponent(input.person)}/suspension`, undefined, { 'if-match': `"${input.version}"` }),
  /** Let somebody back in who was suspended, or who had left: then without the roles that they had. */
  resumePerson: (input: ResumePersonInput) => send<ResumePersonOutput>('POST', `/api/people/${encodeURIComponent(input.person)}/resumption`, undefined, { 'if-match': `"${input.version}"` }),
  /** Record that somebody left the company: everything of theirs that is open ends, and so do their roles. */
  recordDeparture: (input: RecordDepartureInput) => send<RecordDepartureOutput>('POST', `/api/people/${encodeURIComponent(input.person)}/departure`, undefined, { 'if-match': `"${input.version}"` }),
  /** The directory as a list in the form that an import takes; without those who left. */
  exportPeople: () => send<ExportPeopleOutput>('GET', `/api/people/export`, undefined),
  /** What a list of people would change in the directory, and what is wrong with it. Changes nothing. */
  previewImport: (input: PreviewImportInput) => send<PreviewImportOutput>('POST', `/api/people/import/preview`, { csv: input.csv, whole: input.whole }),
  /** Bring the directory up to a list of people. Gives no roles and lets nobody in. */
  importPeople: (input: ImportPeopleInput) => send<ImportPeopleOutput>('POST', `/api/people/import`, { csv: input.csv, whole: input.whole }, { 'idempotency-key': input.requestId }),
  /** Say when somebody is away, and who stands in for them. */
  addAbsence: (input: AddAbsenceInput) => send<AddAbsenceOutput>('POST', `/api/people/${encodeURIComponent(input.person)}/absences`, { firstDay: input.firstDay, lastDay: input.lastDay, deputy: input.deputy }, { 'idempotency-key': input.requestId }),
  /** Take back that somebody is away. */
  removeAbsence: (input: RemoveAbsenceInput) => send<RemoveAbsenceOutput>('DELETE', `/api/absences/${encodeURIComponent(input.absence)}`, undefined),
  /** Say how makers reach oneself. */
  changeContact: (input: ChangeContactInput) => send<ChangeContactOutput>('PUT', `/api/me/contact`, { contact: input.contact }),
  /** Whom a maker turns to: by role, how they are reached, and who stands in while they are away. */
  listContacts: () => send<ListContactsOutput>('GET', `/api/contacts`, undefined),
  /** Say that two accounts belong to one human being, who then counts once wherever two people are needed. */
  joinAccounts: (input: JoinAccountsInput) => send<JoinAccountsOutput>('POST', `/api/people/${encodeURIComponent(input.person)}/joining`, { other: input.other }, { 'if-match': `"${input.version}"` }),
  /** Propose to give or take roles, or the lead of a unit; it counts once a second person has adopted it. */
  proposeRoleChange: (input: ProposeRoleChangeInput) => send<ProposeRoleChangeOutput>('POST', `/api/proposals/role-changes`, { changes: input.changes, note: input.note }, { 'idempotency-key': input.requestId }),
  /** Propose that an account belongs to a human being of its own; neither of the two may be among those who decide. */
  proposeSeparation: (input: ProposeSeparationInput) => send<ProposeSeparationOutput>('POST', `/api/proposals/separations`, { person: input.person, note: input.note }, { 'idempotency-key': input.requestId }),
  /** Who is signed in, and into which installation. */
  showMe: () => send<ShowMeOutput>('GET', `/api/me`, undefined),
  /** The people of the demo company whom a visitor may sign in as. */
  listPersonas: () => send<ListPersonasOutput>('GET', `/api/personas`, undefined),
  /** What a set-up link, invitation or recovery link is for, as its holder may see it. Needs no sign-in. */
  showLink: (input: ShowLinkInput) => send<ShowLinkOutput>('POST', `/api/links/show`, { secret: input.secret }),
  /** One’s own ways in: password, second factor, open sign-ins and tokens. */
  showMyAccess: () => send<ShowMyAccessOutput>('GET', `/api/access`, undefined),
  /** Change one’s password; every other sign-in of the account ends. */
  changePassword: (input: ChangePasswordInput) => send<ChangePasswordOutput>('POST', `/api/password`, { current: input.current, next: input.next }),
  /** Begin to set up a second factor: gives the seed for an authenticator, once. */
  beginSecondFactor: () => send<BeginSecondFactorOutput>('POST', `/api/second-factor`, undefined),
  /** Finish setting up a second factor with a first code of it; gives recovery codes, once. */
  confirmSecondFactor: (input: ConfirmSecondFactorInput) => send<ConfirmSecondFactorOutput>('POST', `/api/second-factor/confirmation`, { code: input.code }),
  /** Remove one’s second factor, with a code of it. */
  removeSecondFactor: (input: RemoveSecondFactorInput) => send<RemoveSecondFactorOutput>('POST', `/api/second-factor/removal`, { code: input.code }),
  /** Make a token with which a program asks in one’s name; its secret is shown once. */
  makeToken: (input: MakeTokenInput) => send<MakeTokenOutput>('POST', `/api/tokens`, { name: input.name, effects: input.effects, operations: input.operations, days: input.days }),
  /** End one of one’s own sign-ins or tokens. */
  endAccess: (input: EndAccessInput) => send<EndAccessOutput>('DELETE', `/api/access/${encodeURIComponent(input.access)}`, undefined),
  /** Sign out everywhere, here too; on demand tokens end as well. */
  endAllAccess: (input: EndAllAccessInput = {}) => send<EndAllAccessOutput>('POST', `/api/access/ending`, { tokens: input.tokens }),
  /** Make an invitation with which somebody who has no way in yet chooses a password. It ends the invitation before it. */
  invitePerson: (input: InvitePersonInput) => send<InvitePersonOutput>('POST', `/api/people/${encodeURIComponent(input.person)}/invitation`, undefined),
  /** As the only one here yet: name the second administrator and make their invitation. Possible once. */
  inviteSecondAdministrator: (input: InviteSecondAdministratorInput) => send<InviteSecondAdministratorOutput>('POST', `/api/bootstrap/invitation`, { name: input.name, email: input.email }),
  /** Make a link with which somebody who lost their password chooses another. For whoever holds a role, two people agree to it first. */
  makeRecoveryLink: (input: MakeRecoveryLinkInput) => send<MakeRecoveryLinkOutput>('POST', `/api/people/${encodeURIComponent(input.person)}/recovery`, undefined),
  /** Propose that somebody who holds a role gets a new way in; it takes a second person. */
  proposeSignInReset: (input: ProposeSignInResetInput) => send<ProposeSignInResetOutput>('POST', `/api/proposals/sign-in-resets`, { person: input.person, note: input.note }, { 'idempotency-key': input.requestId }),
  /** Somebody’s ways in, as administrators and auditors see them: what is open and since when, never a secret. */
  showPersonAccess: (input: ShowPersonAccessInput) => send<ShowPersonAccessOutput>('GET', `/api/people/${encodeURIComponent(input.person)}/access`, undefined),
  /** End every sign-in, token and link of somebody at once, as when a device is lost. */
  endPersonAccess: (input: EndPersonAccessInput) => send<EndPersonAccessOutput>('POST', `/api/people/${encodeURIComponent(input.person)}/access/ending`, undefined),
  /** Make the one link with which the first administrator sets this installation up. It ends the link before it. */
  makeSetUpLink: () => send<MakeSetUpLinkOutput>('POST', `/api/operator/set-up-link`, undefined),
  /** At the terminal of the server: make a link with which somebody who lost every way in chooses a new password. */
  recoverSignIn: (input: RecoverSignInInput) => send<RecoverSignInOutput>('POST', `/api/operator/recovery-link`, { email: input.email }),
  /** Changes that take two people, newest first: those of the kinds that one proposes, decides or audits, and one’s own. */
  listProposals: (input: ListProposalsInput = {}) => send<ListProposalsOutput>('GET', `/api/proposals`, { state: input.state, kind: input.kind, limit: input.limit, before: input.before }),
  /** A proposal with what adopting it now would change, and what the asking person may do with it. */
  showProposal: (input: ShowProposalInput) => send<ShowProposalOutput>('GET', `/api/proposals/${encodeURIComponent(input.proposal)}`, { language: input.language, after: input.after, limit: input.limit }),
  /** As a second person, have done what was proposed. */
  adoptProposal: (input: AdoptProposalInput) => send<AdoptProposalOutput>('POST', `/api/proposals/${encodeURIComponent(input.proposal)}/adoption`, { digest: input.digest }, { 'if-match': `"${input.version}"` }),
  /** Say no to a proposal, and why. */
  declineProposal: (input: DeclineProposalInput) => send<DeclineProposalOutput>('POST', `/api/proposals/${encodeURIComponent(input.proposal)}/refusal`, { note: input.note }, { 'if-match': `"${input.version}"` }),
  /** Take back what one proposed oneself. */
  withdrawProposal: (input: WithdrawProposalInput) => send<WithdrawProposalOutput>('POST', `/api/proposals/${encodeURIComponent(input.proposal)}/withdrawal`, undefined, { 'if-match': `"${input.version}"` }),
  /** Take a role for at most four hours without a second person. Everybody sees it, and somebody else reviews it afterwards. */
  openEmergency: (input: OpenEmergencyInput) => send<OpenEmergencyOutput>('POST', `/api/emergencies`, { role: input.role, reason: input.reason, hours: input.hours }, { 'idempotency-key': input.requestId }),
  /** Emergency accesses, the newest first: who took which role, why, and who reviewed it. Everybody may look. */
  listEmergencies: (input: ListEmergenciesInput = {}) => send<ListEmergenciesOutput>('GET', `/api/emergencies`, { limit: input.limit }),
  /** End an emergency access before its time; the role is gone at once. */
  endEmergency: (input: EndEmergencyInput) => send<EndEmergencyOutput>('POST', `/api/emergencies/${encodeURIComponent(input.emergency)}/ending`, undefined, { 'if-match': `"${input.version}"` }),
  /** As somebody else, say what was done with an emergency access and whether that was right. */
  reviewEmergency: (input: ReviewEmergencyInput) => send<ReviewEmergencyOutput>('POST', `/api/emergencies/${encodeURIComponent(input.emergency)}/review`, { review: input.review }, { 'if-match': `"${input.version}"` }),
  /** Propose another charter; it counts once a second person has adopted it. */
  proposeCharter: (input: ProposeCharterInput) => send<ProposeCharterOutput>('POST', `/api/proposals/charters`, { documents: input.documents, basedOn: input.basedOn, note: input.note }, { 'idempotency-key': input.requestId }),
  /** Every version of the charter that was proposed here, newest first, and the one that this release ships. */
  listCharterVersions: (input: ListCharterVersionsInput = {}) => send<ListCharterVersionsOutput>('GET', `/api/charter/versions`, { limit: input.limit, before: input.before }),
  /** The documents of one version of the charter, as they were written. */
  showCharterVersion: (input: ShowCharterVersionInput) => send<ShowCharterVersionOutput>('GET', `/api/charter/versions/${encodeURIComponent(input.digest)}`, undefined),
  /** What the charter that this release ships changes against the one yours was made from, next to your own changes. */
  compareWithShipped: (input: CompareWithShippedInput = {}) => send<CompareWithShippedOutput>('GET', `/api/charter/comparison`, { language: input.language }),
  /** Rules of the charter in force that begin or end within 60 days, and the solutions that they will reach. */
  showComingRules: (input: ShowComingRulesInput = {}) => send<ShowComingRulesOutput>('GET', `/api/charter/coming`, { language: input.language, after: input.after, limit: input.limit }),
  /** The charter in force: its questions, tiers and contacts, in one language. No sign-in needed. */
  showCharter: (input: ShowCharterInput = {}) => send<ShowCharterOutput>('GET', `/api/charter`, { language: input.language }),
  /** The charter in force as a guide to read: tiers, rules, prohibited uses, guardrails, standards, data and contacts. No sign-in needed. */
  showTierGuide: (input: ShowTierGuideInput = {}) => send<ShowTierGuideOutput>('GET', `/api/charter/guide`, { language: input.language }),
  /** May this be built, how carefully, and why? Nothing is stored. */
  checkIdea: (input: CheckIdeaInput) => send<CheckIdeaOutput>('POST', `/api/checks`, { facts: input.facts, language: input.language }),
  /** The page of standards under which tier 1 goes ahead, and whether one has accepted it. */
  showStandards: (input: ShowStandardsInput = {}) => send<ShowStandardsOutput>('GET', `/api/me/standards`, { language: input.language }),
  /** Put one’s name under the page of standards of the charter in force. */
  acceptStandards: (input: AcceptStandardsInput) => send<AcceptStandardsOutput>('POST', `/api/me/standards`, { name: input.name, standards: input.standards }),
  /** Put an idea into the registry, with its maker as its owner; one that the charter never allows is kept as refused. */
  registerSolution: (input: RegisterSolutionInput) => send<RegisterSolutionOutput>('POST', `/api/solutions`, { name: input.name, purpose: input.purpose, facts: input.facts, platform: input.platform, platformIds: input.platformIds, environment: input.environment, benefit: input.benefit, answers: input.answers }, { 'idempotency-key': input.requestId }),
  /** What declaring these facts of a solution would cost, before anything is saved: noted, at once, a short or a full review … */
  previewEdit: (input: PreviewEditInput) => send<PreviewEditOutput>('POST', `/api/solutions/${encodeURIComponent(input.key)}/preview`, { facts: input.facts }),
  /** Change what a solution is called, does or declares. Wording is noted; whatever an approval covers is declared anew. */
  editSolution: (input: EditSolutionInput) => send<EditSolutionOutput>('PUT', `/api/solutions/${encodeURIComponent(input.key)}`, { name: input.name, purpose: input.purpose, facts: input.facts, platform: input.platform, platformIds: input.platformIds, environment: input.environment, benefit: input.benefit, answers: input.answers, note: input.note }, { 'if-match': `"${input.version}"` }),
  /** Ask for a yes: tier 1 gets it at once under the standards, everything else goes into its lane, with a promised date. */
  submitSolution: (input: SubmitSolutionInput) => send<SubmitSolutionOutput>('POST', `/api/solutions/${encodeURIComponent(input.key)}/submission`, { note: input.note }, { 'if-match': `"${input.version}"` }),
  /** Take back what was submitted; its review ends without an outcome. */
  withdrawSubmission: (input: WithdrawSubmissionInput) => send<WithdrawSubmissionOutput>('POST', `/api/solutions/${encodeURIComponent(input.key)}/withdrawal`, undefined, { 'if-match': `"${input.version}"` }),
  /** Settle a fact while reviewing: it decides, whatever was declared. A higher tier goes into the higher lane at once. */
  ruleOnFact: (input: RuleOnFactInput) => send<RuleOnFactOutput>('POST', `/api/solutions/${encodeURIComponent(input.key)}/rulings`, { fact: input.fact, value: input.value, reason: input.reason }, { 'if-match': `"${input.version}"` }),
  /** Let an approved solution run; or let its approved change take the place of the version that runs. */
  goLive: (input: GoLiveInput) => send<GoLiveOutput>('POST', `/api/solutions/${encodeURIComponent(input.key)}/live`, undefined, { 'if-match': `"${input.version}"` }),
  /** The solutions that you may see, newest first. */
  listSolutions: (input: ListSolutionsInput = {}) => send<ListSolutionsOutput>('GET', `/api/solutions`, { q: input.q, state: input.state, tier: input.tier, kind: input.kind, tool: input.tool, dataClass: input.dataClass, unit: input.unit, owner: input.owner, expiresBefore: input.expiresBefore, mine: input.mine, reusable: input.reusable, limit: input.limit, before: input.before }),
  /** What one builds, owns or stands in for, the most urgent first, each with what is asked of one next. */
  listMySolutions: () => send<ListMySolutionsOutput>('GET', `/api/me/solutions`, undefined),
  /** The solutions that you may see as a table for spreadsheets, newest first, with the same filters as the list. */
  exportSolutions: (input: ExportSolutionsInput = {}) => send<ExportSolutionsOutput>('GET', `/api/solutions/export`, { q: input.q, state: input.state, tier: input.tier, kind: input.kind, tool: input.tool, dataClass: input.dataClass, unit: input.unit, owner: input.owner, expiresBefore: input.expiresBefore, mine: input.mine, reusable: input.reusable, limit: input.limit, before: input.before }),
  /** One solution with its declarations, its review, what it still needs and its history. */
  showSolution: (input: ShowSolutionInput) => send<ShowSolutionOutput>('GET', `/api/solutions/${encodeURIComponent(input.key)}`, undefined),
  /** What exists already that does nearly this, and templates to begin with; shown before something new is made. */
  similarSolutions: (input: SimilarSolutionsInput = {}) => send<SimilarSolutionsOutput>('POST', `/api/solutions/similar`, { name: input.name, purpose: input.purpose, facts: input.facts }),
  /** Recommend an approved solution as a template for others, or no longer. Its name and purpose are then shown to everybody. */
  recommendSolution: (input: RecommendSolutionInput) => send<RecommendSolutionOutput>('POST', `/api/solutions/${encodeURIComponent(input.key)}/recommendation`, { reusable: input.reusable }, { 'if-match': `"${input.version}"` }),
  /** One’s own saved views of the registry. */
  listViews: () => send<ListViewsOutput>('GET', `/api/me/views`, undefined),
  /** Keep the filters of a list under a name; a view of the same name is replaced. */
  saveView: (input: SaveViewInput) => send<SaveViewOutput>('PUT', `/api/me/views`, { name: input.name, filters: input.filters }),
  /** Delete one of one’s own saved views. */
  removeView: (input: RemoveViewInput) => send<RemoveViewOutput>('DELETE', `/api/me/views/${encodeURIComponent(input.view)}`, undefined),
  /** Solutions that one was asked to answer for and has not said yet. */
  listOffers: () => send<ListOffersOutput>('GET', `/api/me/offers`, undefined),
  /** Ask somebody to answer for a solution, as its owner or backup owner; nothing changes until they accept. */
  offerHandover: (input: OfferHandoverInput) => send<OfferHandoverOutput>('POST', `/api/solutions/${encodeURIComponent(input.key)}/offers`, { role: input.role, to: input.to, note: input.note }, { 'idempotency-key': input.requestId }),
  /** Say yes to answering for a solution; from then on one does. */
  acceptHandover: (input: AcceptHandoverInput) => send<AcceptHandoverOutput>('POST', `/api/offers/${encodeURIComponent(input.offer)}/acceptance`, undefined, { 'if-match': `"${input.version}"` }),
  /** Say no to answering for a solution. */
  declineHandover: (input: DeclineHandoverInput) => send<DeclineHandoverOutput>('POST', `/api/offers/${encodeURIComponent(input.offer)}/refusal`, { note: input.note }, { 'if-match': `"${input.version}"` }),
  /** Take back an offer to answer for a solution that nobody has accepted. */
  withdrawHandover: (input: WithdrawHandoverInput) => send<WithdrawHandoverOutput>('POST', `/api/offers/${encodeURIComponent(input.offer)}/withdrawal`, undefined, { 'if-match': `"${input.version}"` }),
  /** Say who builds a solution besides its maker. Whoever once did counts as its author for ever. */
  changeMakers: (input: ChangeMakersInput) => send<ChangeMakersOutput>('PUT', `/api/solutions/${encodeURIComponent(input.key)}/makers`, { coMakers: input.coMakers }, { 'if-match': `"${input.version}"` }),
  /** What was said of a solution last time, for its owner to confirm or correct, and until when a confirmation would hold. */
  showRecertification: (input: ShowRecertificationInput) => send<ShowRecertificationOutput>('GET', `/api/solutions/${encodeURIComponent(input.key)}/recertification`, undefined),
  /** Confirm that an entry is still true, which extends it; whoever finds that something changed declares that first. */
  recertifySolution: (input: RecertifySolutionInput) => send<RecertifySolutionOutput>('POST', `/api/solutions/${encodeURIComponent(input.key)}/recertification`, { unchanged: input.unchanged, note: input.note }, { 'if-match': `"${input.version}"` }),
  /** Build and try a solution before it is approved, with public and made-up data and by its makers only. */
  startSandbox: (input: StartSandboxInput) => send<StartSandboxOutput>('POST', `/api/solutions/${encodeURIComponent(input.key)}/sandbox`, undefined, { 'if-match': `"${input.version}"` }),
  /** Stop a solution at once, alone and with a reason; it takes two people to let it run again. */
  stopSolution: (input: StopSolutionInput) => send<StopSolutionOutput>('POST', `/api/solutions/${encodeURIComponent(input.key)}/stop`, { because: input.because }),
  /** Propose that a stopped solution runs again; a second person decides. */
  proposeResumption: (input: ProposeResumptionInput) => send<ProposeResumptionOutput>('POST', `/api/proposals/resumptions`, { key: input.key, note: input.note }, { 'idempotency-key': input.requestId }),
  /** Bring a solution to its end: it is switched off now and kept on record; for some days that can be taken back. */
  retireSolution: (input: RetireSolutionInput) => send<RetireSolutionOutput>('POST', `/api/solutions/${encodeURIComponent(input.key)}/retirement`, { because: input.because }, { 'if-match': `"${input.version}"` }),
  /** Take a retirement back while that is possible; what ran has to go live again. */
  undoRetirement: (input: UndoRetirementInput) => send<UndoRetirementOutput>('POST', `/api/solutions/${encodeURIComponent(input.key)}/retirement/undo`, undefined, { 'if-match': `"${input.version}"` }),
  /** Ask that another person looks at a no; once for each declaration, within the promise of its tier. */
  appealDecision: (input: AppealDecisionInput) => send<AppealDecisionOutput>('POST', `/api/solutions/${encodeURIComponent(input.key)}/appeal`, { reason: input.reason }, { 'if-match': `"${input.version}"` }),
  /** What somebody sees who looks once more: what it does and where it runs, and neither its answers nor its tier. */
  showSecondLook: (input: ShowSecondLookInput) => send<ShowSecondLookOutput>('GET', `/api/second-looks/${encodeURIComponent(input.review)}`, undefined),
  /** Say which facts one sees in what was approved; the tier follows from them and is compared with the approved one. */
  recordSecondLook: (input: RecordSecondLookInput) => send<RecordSecondLookOutput>('POST', `/api/second-looks/${encodeURIComponent(input.review)}`, { facts: input.facts, reason: input.reason }, { 'if-match': `"${input.version}"` }),
  /** The package with which an idea goes to the central team: answers, reasons, purpose and what was built so far. */
  showReferral: (input: ShowReferralInput) => send<ShowReferralOutput>('GET', `/api/solutions/${encodeURIComponent(input.key)}/referral`, { language: input.language }),
  /** Confirm that the central team has an idea, with what it is called there. */
  acknowledgeReferral: (input: AcknowledgeReferralInput) => send<AcknowledgeReferralOutput>('POST', `/api/solutions/${encodeURIComponent(input.key)}/referral/receipt`, { reference: input.reference }),
  /** Ideas that went to the central team and whose receipt nobody has confirmed, those that are due first. */
  listReferrals: () => send<ListReferralsOutput>('GET', `/api/referrals`, undefined),
  /** The queue: what is open, least working time left first; or what was decided, newest first. */
  listReviews: (input: ListReviewsInput = {}) => send<ListReviewsOutput>('GET', `/api/reviews`, { view: input.view, language: input.language, limit: input.limit, after: input.after }),
  /** Sign-offs that somebody else should take now, or whose promise is about to break. */
  listPromisesAtStake: () => send<ListPromisesAtStakeOutput>('GET', `/api/reviews/at-stake`, undefined),
  /** Whether promises were kept, how both clocks ran, how far reviewers agree, and how appeals ended. */
  showReviewFigures: (input: ShowReviewFiguresInput = {}) => send<ShowReviewFiguresOutput>('GET', `/api/reviews/figures`, { days: input.days }),
  /** One review with its clocks, checklists, questions and conditions, and what the asking person may do. */
  showReview: (input: ShowReviewInput) => send<ShowReviewOutput>('GET', `/api/reviews/${encodeURIComponent(input.review)}`, { language: input.language }),
  /** Take a sign-off to yourself and begin to look. */
  startReview: (input: StartReviewInput) => send<StartReviewOutput>('POST', `/api/reviews/${encodeURIComponent(input.review)}/sign-offs/${encodeURIComponent(input.role)}/start`, undefined, { 'if-match': `"${input.version}"` }),
  /** Give an open sign-off to somebody who may sign it, or back to everybody. */
  assignReview: (input: AssignReviewInput) => send<AssignReviewOutput>('PUT', `/api/reviews/${encodeURIComponent(input.review)}/sign-offs/${encodeURIComponent(input.role)}/assignee`, { person: input.person }, { 'if-match': `"${input.version}"` }),
  /** Give one role’s sign-off: approve, with conditions or without; return with what is missing; or reject. */
  signOffReview: (input: SignOffReviewInput) => send<SignOffReviewOutput>('POST', `/api/reviews/${encodeURIComponent(input.review)}/sign-offs/${encodeURIComponent(input.role)}`, { digest: input.digest, decision: input.decision, answers: input.answers, conditions: input.conditions, reason: input.reason }, { 'if-match': `"${input.version}"` }),
  /** Ask those who build it something; the clock stands still until they have answered. */
  askAboutReview: (input: AskAboutReviewInput) => send<AskAboutReviewOutput>('POST', `/api/reviews/${encodeURIComponent(input.review)}/questions`, { text: input.text, facts: input.facts }, { 'if-match': `"${input.version}"` }),
  /** Answer a reviewer’s question. With the last answer the clock goes on. */
  answerReviewQuestion: (input: AnswerReviewQuestionInput) => send<AnswerReviewQuestionOutput>('PUT', `/api/reviews/${encodeURIComponent(input.review)}/questions/${encodeURIComponent(input.question)}/answer`, { answer: input.answer }, { 'if-match': `"${input.version}"` }),
  /** Have a further role sign off as well, because this is more than the lane foresees. */
  escalateReview: (input: EscalateReviewInput) => send<EscalateReviewOutput>('POST', `/api/reviews/${encodeURIComponent(input.review)}/escalations`, { to: input.to, reason: input.reason }, { 'if-match': `"${input.version}"` }),
  /** Write down when and how it is brought in, who is affected, and the way back. */
  recordChange: (input: RecordChangeInput) => send<RecordChangeOutput>('PUT', `/api/reviews/${encodeURIComponent(input.review)}/change`, { from: input.from, to: input.to, back: input.back, affected: input.affected, link: input.link }, { 'if-match': `"${input.version}"` }),
  /** Say that a condition is met, and how. */
  meetCondition: (input: MeetConditionInput) => send<MeetConditionOutput>('POST', `/api/conditions/${encodeURIComponent(input.condition)}/met`, { note: input.note }, { 'if-match': `"${input.version}"` }),
  /** Say that a condition is met indeed, or that it is not yet. */
  acceptCondition: (input: AcceptConditionInput) => send<AcceptConditionOutput>('POST', `/api/conditions/${encodeURIComponent(input.condition)}/acceptance`, { accepted: input.accepted }, { 'if-match': `"${input.version}"` }),
  /** The tools that makers build with: what each may see up to which tier, and what is asked for. */
  listTools: (input: ListToolsInput = {}) => send<ListToolsOutput>('GET', `/api/tools`, { language: input.language, q: input.q, status: input.status, dataClass: input.dataClass, tier: input.tier, overdue: input.overdue }),
  /** One tool: what it may see, whose it is, and what is wanted of it. */
  showTool: (input: ShowToolInput) => send<ShowToolOutput>('GET', `/api/tools/${encodeURIComponent(input.tool)}`, { language: input.language }),
  /** The solutions that you may see and that use a tool, newest first, with their complete number. */
  listToolUsers: (input: ListToolUsersInput) => send<ListToolUsersOutput>('GET', `/api/tools/${encodeURIComponent(input.tool)}/solutions`, { limit: input.limit, after: input.after }),
  /** Approved tools for the classes of data that somebody has in mind, best first. */
  suggestTools: (input: SuggestToolsInput) => send<SuggestToolsOutput>('GET', `/api/tool-suggestions`, { dataClasses: input.dataClasses, tier: input.tier, language: input.language }),
  /** Ask for a tool to be approved, or to be approved further; IT security and legal look at it. */
  requestTool: (input: RequestToolInput) => send<RequestToolOutput>('POST', `/api/tool-requests`, { tool: input.tool, name: input.name, help: input.help, approvedFor: input.approvedFor, redact: input.redact, vendor: input.vendor, models: input.models, features: input.features, contract: input.contract, dataProcessing: input.dataProcessing, regions: input.regions, trainsOnOurData: input.trainsOnOurData, note: input.note, noneFits: input.noneFits, language: input.language }, { 'idempotency-key': input.requestId }),
  /** What somebody wants a tool to be approved as, beside what stands now and what could be used instead. */
  showToolRequest: (input: ShowToolRequestInput) => send<ShowToolRequestOutput>('GET', `/api/tool-requests/${encodeURIComponent(input.request)}`, { language: input.language }),
  /** Take back a request for a tool. */
  withdrawToolRequest: (input: WithdrawToolRequestInput) => send<WithdrawToolRequestOutput>('POST', `/api/tool-requests/${encodeURIComponent(input.request)}/withdrawal`, { language: input.language }, { 'if-match': `"${input.version}"` }),
  /** What a change of a tool would come to: done at once, or a review, by when, and how many solutions use it. Nothing is stored. */
  previewToolChange: (input: PreviewToolChangeInput) => send<PreviewToolChangeOutput>('POST', `/api/tools/${encodeURIComponent(input.tool)}/change-preview`, { name: input.name, help: input.help, approvedFor: input.approvedFor, redact: input.redact, vendor: input.vendor, models: input.models, features: input.features, contract: input.contract, dataProcessing: input.dataProcessing, regions: input.regions, trainsOnOurData: input.trainsOnOurData, owner: input.owner }),
  /** Change what is known of a tool or what it may see; what opens something more goes to a review first. */
  changeTool: (input: ChangeToolInput) => send<ChangeToolOutput>('PUT', `/api/tools/${encodeURIComponent(input.tool)}`, { name: input.name, help: input.help, approvedFor: input.approvedFor, redact: input.redact, vendor: input.vendor, models: input.models, features: input.features, contract: input.contract, dataProcessing: input.dataProcessing, regions: input.regions, trainsOnOurData: input.trainsOnOurData, owner: input.owner, note: input.note, language: input.language }, { 'if-match': `"${input.version}"` }),
  /** Confirm that everything on a tool’s page is still so, until its next regular review. */
  reviewTool: (input: ReviewToolInput) => send<ReviewToolOutput>('POST', `/api/tools/${encodeURIComponent(input.tool)}/review`, { language: input.language }, { 'if-match': `"${input.version}"` }),
  /** Propose that a tool is not used any more; every solution that uses it is named, and it takes a second person. */
  proposeToolWithdrawal: (input: ProposeToolWithdrawalInput) => send<ProposeToolWithdrawalOutput>('POST', `/api/proposals/tool-withdrawals`, { tool: input.tool, replacedBy: input.replacedBy, note: input.note }, { 'idempotency-key': input.requestId }),
  /** Leave not to meet duties, of the solutions that you may see, newest first; with what can be put off and what never. */
  listWaivers: (input: ListWaiversInput = {}) => send<ListWaiversOutput>('GET', `/api/waivers`, { standing: input.standing, solution: input.solution, limit: input.limit, before: input.before, language: input.language }),
  /** Ask for leave not to meet a duty of a solution’s until a day. */
  requestWaiver: (input: RequestWaiverInput) => send<RequestWaiverOutput>('POST', `/api/waivers`, { solution: input.solution, what: input.what, reason: input.reason, endsOn: input.endsOn, language: input.language }, { 'idempotency-key': input.requestId }),
  /** Give leave not to meet a duty until the day that was asked for. */
  grantWaiver: (input: GrantWaiverInput) => send<GrantWaiverOutput>('POST', `/api/waivers/${encodeURIComponent(input.id)}/grant`, { note: input.note, language: input.language }, { 'if-match': `"${input.version}"` }),
  /** Say no to leave that was asked for, and why. */
  declineWaiver: (input: DeclineWaiverInput) => send<DeclineWaiverOutput>('POST', `/api/waivers/${encodeURIComponent(input.id)}/refusal`, { note: input.note, language: input.language }, { 'if-match': `"${input.version}"` }),
  /** End leave before its day, or take the request for it back. */
  endWaiver: (input: EndWaiverInput) => send<EndWaiverOutput>('POST', `/api/waivers/${encodeURIComponent(input.id)}/end`, { language: input.language }, { 'if-match': `"${input.version}"` }),
  /** What is not as the charter wants it, of what you may see; what is due first at the top. */
  listFindings: (input: ListFindingsInput = {}) => send<ListFindingsOutput>('GET', `/api/findings`, { rule: input.rule, severity: input.severity, state: input.state, kind: input.kind, subject: input.subject, solution: input.solution, assignee: input.assignee, dueBefore: input.dueBefore, limit: input.limit, after: input.after }),
  /** What a full sweep would open and clear now, page by page; rules that are only previewed show here what they would find. */
  previewTonight: (input: PreviewTonightInput = {}) => send<PreviewTonightOutput>('GET', `/api/findings/tonight`, { kind: input.kind, after: input.after }),
  /** One finding with its reasons, when its rule’s answer changes, and what happened to it. */
  showFinding: (input: ShowFindingInput) => send<ShowFindingOutput>('GET', `/api/findings/${encodeURIComponent(input.finding)}`, undefined),
  /** Say who works on a finding, or that nobody does. */
  assignFinding: (input: AssignFindingInput) => send<AssignFindingOutput>('POST', `/api/findings/${encodeURIComponent(input.finding)}/assignee`, { to: input.to }, { 'if-match': `"${input.version}"` }),
  /** Put a finding off until a moment, with a reason. It comes back then, or before that when it becomes graver. */
  snoozeFinding: (input: SnoozeFindingInput) => send<SnoozeFindingOutput>('POST', `/api/findings/${encodeURIComponent(input.finding)}/snooze`, { until: input.until, reason: input.reason }, { 'if-match': `"${input.version}"` }),
  /** Every rule of findings: what it finds, when its answer changes, and how it is set. */
  listFindingRules: () => send<ListFindingRulesOutput>('GET', `/api/finding-rules`, undefined),
  /** Switch a rule off, have it only previewed, or have it find; and how many findings it may open a day. */
  setFindingRule: (input: SetFindingRuleInput) => send<SetFindingRuleOutput>('POST', `/api/finding-rules/${encodeURIComponent(input.rule)}`, { mode: input.mode, cap: input.cap }, { 'if-match': `"${input.version}"` }),
  /** What the program works at behind requests, the newest first, and how each kind ended last. */
  listJobs: (input: ListJobsInput = {}) => send<ListJobsOutput>('GET', `/api/jobs`, { open: input.open, limit: input.limit }),
  /** One job, with how far it is. */
  showJob: (input: ShowJobInput) => send<ShowJobOutput>('GET', `/api/jobs/${encodeURIComponent(input.job)}`, undefined),
  /** Have a kind of job done now, besides its schedule. */
  startJob: (input: StartJobInput) => send<StartJobOutput>('POST', `/api/jobs`, { kind: input.kind }, { 'idempotency-key': input.requestId }),
  /** Stop a job after the step that it is at. What it has done stays. */
  cancelJob: (input: CancelJobInput) => send<CancelJobOutput>('DELETE', `/api/jobs/${encodeURIComponent(input.job)}`, undefined),
  /** The ledger’s newest signed checkpoint. No sign-in needed. */
  showCheckpoint: () => send<ShowCheckpointOutput>('GET', `/api/ledger/checkpoint`, undefined),
  /** One ledger entry with the proof that it is in the ledger, to be verified by anyone, offline. */
  proveEntry: (input: ProveEntryInput) => send<ProveEntryOutput>('GET', `/api/ledger/entries/${encodeURIComponent(input.entry)}/proof`, undefined),
  /** One page of the ledger as it is exported, for auditors. */
  exportLedger: (input: ExportLedgerInput = {}) => send<ExportLedgerOutput>('GET', `/api/ledger/export`, { after: input.after, size: input.size, personal: input.personal }),
  /** Verify the whole ledger, and every governed row against its newest entry. */
  verifyLedger: () => send<VerifyLedgerOutput>('GET', `/api/ledger/verification`, undefined),
  /** The data keys that seal stored secrets, their age and how much stands under each; never a key itself. */
  showKeys: () => send<ShowKeysOutput>('GET', `/api/keys`, undefined),
  /** Start a new data key. What the retired one has sealed is sealed anew in the background. */
  rotateDataKeys: (input: RotateDataKeysInput) => send<RotateDataKeysOutput>('POST', `/api/keys/rotation`, undefined, { 'idempotency-key': input.requestId }),
  /** Wrap every data key with the master key that is set now; afterwards the one before is not needed any more. */
  changeMasterKey: () => send<ChangeMasterKeyOutput>('POST', `/api/keys/master-key`, undefined),
  /** Hosts and ports of private networks that two people allowed this program to call. */
  listPrivateTargets: () => send<ListPrivateTargetsOutput>('GET', `/api/private-targets`, undefined),
  /** Close a private target: calls to it are refused from the next one on. */
  withdrawPrivateTarget: (input: WithdrawPrivateTargetInput) => send<WithdrawPrivateTargetOutput>('POST', `/api/private-targets/${encodeURIComponent(input.id)}/withdrawal`, undefined, { 'if-match': `"${input.version}"` }),
  /** Propose that Guildhall may call a host and port of a private network; it takes a second person. */
  proposePrivateTarget: (input: ProposePrivateTargetInput) => send<ProposePrivateTargetOutput>('POST', `/api/proposals/private-targets`, { target: input.target, note: input.note }, { 'idempotency-key': input.requestId }),
  /** Sign in with an e-mail address and a password, and a code where the account has a second factor. */
  signIn: (input: { email: string; password: string; /** Where the account has a second factor: its code now, or a recovery code. */ code?: string }) => send<{ expiresAt: string; lasts: number; person: Person }>('POST', '/api/session', input),
  /** Sign in as one of the people of the demo company. */
  startDemoSession: (input: { person: string }) => send<{ expiresAt: string; lasts: number; person: Person }>('POST', '/api/session', input),
  /** Choose a password with a set-up link, an invitation or a recovery link, and sign in. */
  acceptLink: (input: { secret: string; password: string; /** With a set-up link: the company’s name. */ company?: string; /** With a set-up link: the first administrator’s name. */ name?: string; /** With a set-up link: the address that they sign in with. */ email?: string }) => send<{ expiresAt: string; lasts: number; person: Person }>('POST', '/api/session/link', input),
  /** Sign out. */
  endSession: () => send<undefined>('DELETE', '/api/session'),
  /** From the first page of a new Guildhall: look around in the made-up company, or begin with one’s own. */
  start: (input: { what: 'demo' | 'ours' }) => send<{ stage: 'set-up' | 'ready' }>('POST', '/api/start', input),
}
