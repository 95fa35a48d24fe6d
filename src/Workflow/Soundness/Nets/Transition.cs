namespace Approvals.Workflow.Soundness.Nets;

internal enum TransitionKind
{
    /// <summary>Takes a token from each of its places.</summary>
    Plain,

    /// <summary>Takes one from each marked input, once none of the empty ones can still be reached (BPMN §13.4.3).</summary>
    InclusiveJoin,

    /// <summary>Takes one from each marked input, whenever its condition may hold, and waits for the others (BPMN §13.4.5).</summary>
    ComplexStart,

    /// <summary>The complex gateway is ready again: nothing it waits for can come any more.</summary>
    ComplexReset,
}

/// <summary>A step of a net: what the token game can do at once in one scope.</summary>
internal sealed record Transition
{
    /// <summary>Index of the element that runs; -1: none that people see.</summary>
    public required int Element { get; init; }

    public TransitionKind Kind { get; init; }
    public int[] Takes { get; init; } = [];
    public int[] Gives { get; init; } = [];

    /// <summary>Conditional outlets: any set of them is given too.</summary>
    public Outlet[] Free { get; init; } = [];

    /// <summary>The place given when no conditional outlet is chosen; -1: none.</summary>
    public int IfNone { get; init; } = -1;

    /// <summary>True when nothing has to be chosen although there is no <see cref="IfNone"/>.</summary>
    public bool MayChooseNone { get; init; }

    /// <summary>The incoming flows of a join; <see cref="Awaited"/> are the memories of a complex gateway, one for each.</summary>
    public int[] Inputs { get; init; } = [];
    public int[] Awaited { get; init; } = [];

    /// <summary>First takes every token of the scope away, end events' counts excepted.</summary>
    public bool Clears { get; init; }

    /// <summary>Thrown out of the scope, to a catcher further out.</summary>
    public Catcher? Throws { get; init; }

    /// <summary>What happens inside sub-processes with this step, in order.</summary>
    public InnerMove[] Inner { get; init; } = [];

    /// <summary>Every element that runs when this is fired, or certainly can around it.</summary>
    public ElementSet Covers { get; init; } = ElementSet.Empty;

    /// <summary>The steps of the unreduced net that this stands for; empty: itself.</summary>
    public Firing[] Firings { get; init; } = [];

    /// <summary>A plain move of tokens, on which nothing outside of its places depends.</summary>
    public bool IsLocal => Kind == TransitionKind.Plain && !Clears && Throws is null && Free.Length == 0;

    public Firing[] Path() => Firings.Length > 0 ? Firings : [new(this, [])];
}

/// <summary>A conditional way out.</summary>
/// <param name="Choice">The place in the unreduced net that stands for choosing it.</param>
/// <param name="After">What follows by itself once it is chosen.</param>
internal sealed record Outlet(int Place, int Choice, Firing[] After, ElementSet Covers);

/// <summary>A transition of the unreduced net with the conditional places it was fired with.</summary>
internal sealed record Firing(Transition Transition, int[] Chosen);

/// <summary>A sub-process goes from one class of its behaviour to another; -1 is outside.</summary>
internal sealed record InnerMove(int SubProcess, int From, int To, Catcher? Thrown);

/// <summary>Where something thrown is caught.</summary>
/// <param name="Element">The boundary event, or the event sub-process.</param>
/// <param name="Scope">The scope in which the catcher stands.</param>
internal sealed record Catcher(int Element, int Scope, bool Interrupts);
