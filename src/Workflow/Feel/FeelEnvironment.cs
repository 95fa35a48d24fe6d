using System.Runtime.CompilerServices;
using Approvals.Kernel.Calendar;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel;

/// <summary>
/// What an evaluation takes from outside: the moment, the working calendar, the limits; and where its diagnostics go. One
/// instance serves any number of evaluations, one at a time; diagnostics add up until <see cref="Clear"/>.
/// </summary>
public sealed class FeelEnvironment
{
    private const int MaxDiagnostics = 100;
    private List<FeelDiagnostic>? diagnostics;
    private int position;
    private int length;
    private int steps;
    private int depth;
    private int evaluations;
    private string? source;

    /// <summary>The moment `now()` and `today()` show, in Asia/Shanghai's +08:00 whatever its own offset.</summary>
    public required DateTimeOffset Now { get; set; }

    /// <summary>Null makes the working-day functions answer null with a diagnostic.</summary>
    public WorkingCalendar? Calendar { get; set; }

    public FeelLimits Limits { get; init; } = FeelLimits.Default;

    /// <summary>The first hundred; a hostile loop must not fill the memory with them.</summary>
    public IReadOnlyList<FeelDiagnostic> Diagnostics => diagnostics ?? [];

    public void Report(FeelDiagnostic diagnostic)
    {
        diagnostics ??= [];
        if (diagnostics.Count < MaxDiagnostics)
        {
            diagnostics.Add(source is null ? diagnostic : diagnostic with { Source = source });
        }
    }

    public void Clear() => diagnostics?.Clear();

    /// <summary>Starts with none; <see cref="PutBack"/> puts those from before in front of the new ones.</summary>
    internal IReadOnlyList<FeelDiagnostic> TakeDiagnostics()
    {
        var taken = Diagnostics;
        diagnostics = null;
        return taken;
    }

    internal void PutBack(IReadOnlyList<FeelDiagnostic> taken)
    {
        if (taken.Count > 0)
        {
            diagnostics = [.. taken.Concat(Diagnostics).Take(MaxDiagnostics)];
        }
        else if (diagnostics is not null)
        {
            // The list was given away as it is.
            diagnostics = [.. diagnostics];
        }
    }

    /// <summary>What a model carries along an evaluation to note its steps; FEEL itself does not look at it.</summary>
    internal object? Companion { get; set; }

    /// <summary>The text of another element starts to run; what is returned leads back with <see cref="LeaveText"/>.</summary>
    internal (string? Source, int Position, int Length) EnterText(string? element)
    {
        var before = (source, position, length);
        (source, position, length) = (element, 0, 0);
        return before;
    }

    internal void LeaveText((string? Source, int Position, int Length) before) => (source, position, length) = before;

    /// <summary>Names the part of the text that the next reports are about.</summary>
    internal void At(int newPosition, int newLength) => (position, length) = (newPosition, newLength);

    /// <summary>Reports at the current place and gives the null that stands for the failed part.</summary>
    internal FeelValue Fail(string code, string message)
    {
        Report(new FeelDiagnostic(code, message, position, length));
        return default;
    }

    /// <summary>Reports that the evaluation left its limits; its value is null.</summary>
    internal FeelValue Stop(string reason, int textLength = 0)
    {
        Report(new FeelDiagnostic("limit", $"The evaluation was stopped: {reason}.", 0, textLength));
        return default;
    }

    internal void Step(int count = 1)
    {
        steps += count;
        if (steps > Limits.MaxSteps || steps < 0)
        {
            throw new FeelLimitException($"it takes more than {Limits.MaxSteps} steps");
        }
    }

    internal void CheckListSize(long size)
    {
        if (size > Limits.MaxListSize)
        {
            throw new FeelLimitException($"a list has more than {Limits.MaxListSize} items");
        }
    }

    internal void CheckStringLength(long size)
    {
        if (size > Limits.MaxStringLength)
        {
            throw new FeelLimitException($"a string is longer than {Limits.MaxStringLength} characters");
        }
    }

    internal void EnterCall()
    {
        Step();
        if (++depth > Limits.MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new FeelLimitException($"calls are nested deeper than {Limits.MaxDepth} levels");
        }
    }

    internal void LeaveCall() => depth--;

    /// <summary>Counters start again with an outermost evaluation; one that a scope starts on demand shares them.</summary>
    internal int EnterEvaluation()
    {
        if (evaluations++ == 0)
        {
            (steps, depth) = (0, 0);
            source = null;
        }

        return depth;
    }

    internal void LeaveEvaluation(int depthBefore)
    {
        evaluations--;
        depth = depthBefore;
    }

    /// <summary>
    /// Walks a result once: shared parts can unfold to more than any reader could bear, so they count each time they appear.
    /// </summary>
    internal void CheckResult(FeelValue value, int level = 0)
    {
        Step();
        if (level > Limits.MaxDepth)
        {
            throw new FeelLimitException($"the result is nested deeper than {Limits.MaxDepth} levels");
        }

        if (value.Kind == FeelKind.List)
        {
            foreach (var item in value.AsList())
            {
                CheckResult(item, level + 1);
            }
        }
        else if (value.Kind == FeelKind.Context)
        {
            foreach (var (_, item) in value.AsContext())
            {
                CheckResult(item, level + 1);
            }
        }
    }
}
