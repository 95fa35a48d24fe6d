namespace Approvals.Server.Storage.Reads;

// The rows of platform.db as queries see them: names follow the columns, instants are UTC Unix milliseconds, days ISO text.

/// <summary>One case in lists, on its page and on the board.</summary>
public sealed class CaseRead
{
    public long Key { get; init; }
    public long Instance { get; init; }
    public required string CaseNumber { get; init; }
    public required string QueryNumber { get; init; }
    public required string ItemCode { get; init; }
    public required string ItemName { get; init; }
    public int ItemVersion { get; init; }
    public required string CaseType { get; init; }
    public required string Unit { get; init; }
    public required string Channel { get; init; }
    public required string Applicant { get; init; }
    public required string ApplicantName { get; init; }
    public required string Stage { get; init; }
    public required string Step { get; init; }
    public long StepSince { get; init; }
    public long Submitted { get; init; }
    public long? Accepted { get; init; }
    public long? Decided { get; init; }
    public long? Closed { get; init; }
    public int PromisedDays { get; init; }
    public int LegalDays { get; init; }
    public bool Corrected { get; init; }
    public string? Result { get; init; }
    public string? Licence { get; init; }
    public int? Stars { get; init; }
    public long? TakenUp { get; init; }
    public string? ClockKind { get; init; }
    public long? ClockDue { get; init; }
    public long? LegalDue { get; init; }
    public long? YellowFrom { get; init; }
    public long? PausedSince { get; init; }
    public int? UsedDays { get; init; }
    public int? LimitDays { get; init; }
    public bool? Provisional { get; init; }
    public long? ClockStopped { get; init; }
}

/// <summary>参与单位: a unit that takes part in a case of another.</summary>
public sealed class CaseUnitRead
{
    public long Owner { get; init; }
    public required string Unit { get; init; }
    public bool Running { get; init; }
}

/// <summary>A task for a person; state 0 open, 1 completed, 2 canceled, 3 gone back to an earlier step.</summary>
public sealed class TaskRead
{
    public long Key { get; init; }
    public long Instance { get; init; }
    public long Owner { get; init; }
    public long Definition { get; init; }
    public required string Element { get; init; }
    public int State { get; init; }
    public string? Assignee { get; init; }
    public int Priority { get; init; }
    public long? Due { get; init; }
    public string? Form { get; init; }
    public long Created { get; init; }
    public long? Ended { get; init; }
    public string? EndedBy { get; init; }
    public string? Outcome { get; init; }
    public string? DelegatedBy { get; init; }

    /// <summary>Since when it waits for signers only.</summary>
    public long? Submitted { get; init; }
    public int Urgings { get; init; }
}

/// <summary>Who may take an open task: <c>g:role@unit</c>, <c>u:person</c>, <c>a:assignee</c>.</summary>
public sealed class CandidateRead
{
    public required string Candidate { get; init; }
    public long Task { get; init; }
}

public sealed class ClockRead
{
    public long Instance { get; init; }
    public required string Id { get; init; }
    public long Owner { get; init; }
    public required string Name { get; init; }
    public int LimitDays { get; init; }
    public required string StartDay { get; init; }
    public required string DueDay { get; init; }
    public long Due { get; init; }
    public required string Calendar { get; init; }
    public bool Provisional { get; init; }
    public string? PausedOn { get; init; }
    public string? StoppedOn { get; init; }
}

public sealed class DefinitionRead
{
    public long Key { get; init; }
    public required string ProcessId { get; init; }
    public int Version { get; init; }
    public string? Name { get; init; }
    public required string Xml { get; init; }
}

public sealed class IncidentRead
{
    public long Key { get; init; }
    public long Instance { get; init; }
    public long Owner { get; init; }
    public required string Element { get; init; }
    public required string Kind { get; init; }
    public required string Message { get; init; }
    public required string Resolution { get; init; }
    public long Raised { get; init; }
}

/// <summary>One journal record; <see cref="Data"/> is read by the codec of its type.</summary>
public sealed class JournalRead
{
    public long Position { get; init; }
    public long Stream { get; init; }
    public long Version { get; init; }
    public long Turn { get; init; }
    public required string Type { get; init; }
    public int Schema { get; init; }
    public long At { get; init; }
    public required string Actor { get; init; }
    public required byte[] Data { get; init; }
    public required byte[] Leaf { get; init; }
}

public sealed class DocumentRead
{
    public long Id { get; init; }
    public required string Media { get; init; }
    public required string Name { get; init; }
    public long Length { get; init; }

    /// <summary>SHA-256, the name of the blob; null when the bytes are inline.</summary>
    public byte[]? Blob { get; init; }
    public byte[]? Bytes { get; init; }
    public long At { get; init; }
}

public sealed class CaseDocumentRead
{
    public long Document { get; init; }
    public long Owner { get; init; }
    public required string Kind { get; init; }
    public required string Caption { get; init; }
    public long At { get; init; }
}

public sealed class LicenceRead
{
    public required string Identifier { get; init; }
    public long Owner { get; init; }
    public required string Number { get; init; }
    public required string Name { get; init; }
    public required string Issuer { get; init; }
    public long Document { get; init; }
    public required string ValidFrom { get; init; }
    public string? ValidTo { get; init; }
    public long Issued { get; init; }
    public string? Ending { get; init; }
    public long? Ended { get; init; }
    public string? Successor { get; init; }
}

public sealed class AlarmRead
{
    public long Key { get; init; }
    public long Owner { get; init; }
    public required string Unit { get; init; }
    public required string Rule { get; init; }
    public long At { get; init; }
    public string? Clock { get; init; }
}

public sealed class MessageRead
{
    public long Key { get; init; }
    public required string Person { get; init; }
    public long Owner { get; init; }
    public required string Text { get; init; }
    public long At { get; init; }
    public long? Read { get; init; }
}

/// <summary>An application being filled in, or (<see cref="Owner"/> not 0) a correction of that case.</summary>
public sealed class DraftRead
{
    public long Key { get; init; }
    public required string Person { get; init; }
    public required string ItemCode { get; init; }
    public int ItemVersion { get; init; }
    public long Owner { get; init; }

    /// <summary>The posted values by field key, JSON.</summary>
    public required string Answers { get; init; }
    public long Updated { get; init; }
}

public sealed class DraftFileRead
{
    public long Key { get; init; }
    public long Draft { get; init; }
    public required string Field { get; init; }
    public required string Name { get; init; }
    public required string Media { get; init; }
    public long Length { get; init; }
    public required byte[] Sha256 { get; init; }
    public long At { get; init; }
    public string? Licence { get; init; }
}

/// <summary><see cref="Data"/> is the item version as <c>CatalogueCodec</c> writes it.</summary>
public sealed class ItemRead
{
    public required string Code { get; init; }
    public int Version { get; init; }
    public required string EffectiveFrom { get; init; }
    public string? EffectiveUntil { get; init; }
    public required string Data { get; init; }
}

public sealed class PersonRead
{
    public long Key { get; init; }
    public required string Name { get; init; }
    public string? Phone { get; init; }
    public string? CitizenId { get; init; }
    public string? Address { get; init; }
    public string? Organisation { get; init; }
    public string? CreditCode { get; init; }
}
