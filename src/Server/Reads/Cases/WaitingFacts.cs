namespace Approvals.Server.Reads.Cases;

/// <summary>Why an instance stands where it stands, with names instead of ids.</summary>
/// <param name="Tokens">Oldest first; containers that only wait for what is inside them are left out.</param>
/// <param name="Events">What the process as a whole also reacts to.</param>
/// <param name="IsOver">Nothing waits: the instance has ended.</param>
public sealed record WaitingFacts(
    IReadOnlyList<WaitingFact> Tokens,
    IReadOnlyList<WaitingCause> Events,
    bool IsSuspended,
    bool IsOver
);

/// <summary>One token that waits.</summary>
/// <param name="Element">The id of the element that it is in or wants to enter.</param>
/// <param name="Step">The element's name, or its id where the model gives none.</param>
/// <param name="Cause">What has to happen first of all.</param>
/// <param name="Borders">What else would take it away: timers, messages and conditions on its border.</param>
public sealed record WaitingFact(
    string Element,
    string Step,
    DateTimeOffset? Since,
    WaitingCause Cause,
    IReadOnlyList<WaitingCause> Borders
);

/// <summary>One thing that is waited for; <see cref="Code"/> is that of <c>WaitReason</c> and says which of the others are filled.</summary>
public sealed record WaitingCause(string Code)
{
    /// <summary>Who holds the task; null while nobody has taken it.</summary>
    public Doer? Holder { get; init; }

    /// <summary>Who may take the task.</summary>
    public IReadOnlyList<WaitingWho> Candidates { get; init; } = [];

    /// <summary>The name of the event that waits, where it is not the element itself.</summary>
    public string? Event { get; init; }

    /// <summary>When a timer is due, or a job is tried again.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The message, signal, job type or called process.</summary>
    public string? Name { get; init; }

    public string? CorrelationKey { get; init; }

    public string? Condition { get; init; }

    /// <summary>The steps whose tokens a join waits for; of a deadlock, those that can't come any more.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Nothing in the scope will ever move it.</summary>
    public bool IsDeadlock { get; init; }

    public int? Total { get; init; }

    public int Completed { get; init; }

    public int Retries { get; init; }

    /// <summary>The engine's own words about an incident, in English, and how it is resolved.</summary>
    public string? Message { get; init; }

    public string? Resolution { get; init; }

    public long? Incident { get; init; }

    /// <summary>A person has to do something about it first: an incident or a deadlock.</summary>
    public bool IsTrouble => Code == "incident" || IsDeadlock;
}

/// <summary>Who may take a task: a person, or everybody with a role at a unit.</summary>
public abstract record WaitingWho
{
    public sealed record Person(Doer Doer) : WaitingWho;

    /// <summary><see cref="Unit"/> is its short name; null for a unit that nobody knows.</summary>
    public sealed record Group(string Role, string? Unit) : WaitingWho;
}
