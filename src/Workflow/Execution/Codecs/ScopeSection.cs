using System.Collections.Immutable;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>What a scope holds by itself, in a snapshot; its variables stand with the element instance whose inside it is.</summary>
internal static class ScopeSection
{
    private const int HasTokens = 1;
    private const int IsInterrupted = 2;
    private const int HasCompensation = 4;
    private const int HasAdHoc = 8;

    public static void Write(StateBytes bytes, ScopeState scope)
    {
        var flags = FlagsOf(scope);
        bytes.Count(flags);
        if ((flags & HasTokens) != 0)
        {
            WriteTokens(bytes, scope);
        }

        if ((flags & HasCompensation) != 0)
        {
            CompensationSection.Write(bytes, scope);
        }

        if (scope.AdHoc is { } adHoc)
        {
            WriteAdHoc(bytes, adHoc);
        }
    }

    public static void Read(ref StateCursor cursor, ProcessInstanceState state, ScopeState scope)
    {
        var flags = cursor.Integer();
        scope.IsInterrupted = (flags & IsInterrupted) != 0;
        if ((flags & HasTokens) != 0)
        {
            ReadTokens(ref cursor, scope);
            state.Track(scope);
        }

        if ((flags & HasCompensation) != 0)
        {
            CompensationSection.Read(ref cursor, scope);
        }

        if ((flags & HasAdHoc) != 0)
        {
            scope.AdHoc = ReadAdHoc(ref cursor, scope);
        }
    }

    private static int FlagsOf(ScopeState scope) =>
        (scope is { ParkedTokens: 0, AwaitedResets: [] } ? 0 : HasTokens)
        | (scope.IsInterrupted ? IsInterrupted : 0)
        | (scope is { Completed: [], Compensations: [] } ? 0 : HasCompensation)
        | (scope.AdHoc is null ? 0 : HasAdHoc);

    private static void WriteAdHoc(StateBytes bytes, AdHocState adHoc)
    {
        bytes.Flag(adHoc.IsEnding);
        bytes.Count(adHoc.Pending.Count);
        foreach (var element in adHoc.Pending)
        {
            bytes.Count(element);
        }

        bytes.Count(adHoc.Results.Count);
        foreach (var result in adHoc.Results)
        {
            bytes.Value(result);
        }
    }

    private static AdHocState ReadAdHoc(ref StateCursor cursor, ScopeState scope)
    {
        var adHoc = new AdHocState { IsEnding = cursor.Flag() };
        for (var left = cursor.Count(); left > 0; left--)
        {
            adHoc.Enable(ElementSection.Element(ref cursor, scope.Definition).Index);
        }

        for (var left = cursor.Count(); left > 0; left--)
        {
            adHoc.Keep(cursor.Value());
        }

        return adHoc;
    }

    private static void WriteTokens(StateBytes bytes, ScopeState scope)
    {
        WriteResets(bytes, scope);
        var flows = scope.Definition.Flows;
        bytes.Count(flows.Count(flow => scope.ParkedOn(flow.Index) > 0));
        foreach (var flow in flows)
        {
            if (scope.ParkedOn(flow.Index) is var tokens and > 0)
            {
                bytes.Count(flow.Index);
                bytes.Count(tokens);
            }
        }
    }

    private static void ReadTokens(ref StateCursor cursor, ScopeState scope)
    {
        ReadResets(ref cursor, scope);
        for (var left = cursor.Count(); left > 0; left--)
        {
            var flow = Flow(ref cursor, scope);
            for (var tokens = cursor.Integer(); tokens > 0; tokens--)
            {
                scope.Park(flow);
            }
        }
    }

    private static void WriteResets(StateBytes bytes, ScopeState scope)
    {
        bytes.Count(scope.AwaitedResets.Count);
        foreach (var reset in scope.AwaitedResets)
        {
            bytes.Count(reset.Gateway);
            bytes.Count(reset.Consumed.Length);
            foreach (var flow in reset.Consumed)
            {
                bytes.Count(flow);
            }
        }
    }

    private static void ReadResets(ref StateCursor cursor, ScopeState scope)
    {
        for (var left = cursor.Count(); left > 0; left--)
        {
            var gateway = ElementSection.Element(ref cursor, scope.Definition).Index;
            var consumed = ImmutableArray.CreateBuilder<int>();
            for (var flows = cursor.Count(); flows > 0; flows--)
            {
                consumed.Add(Flow(ref cursor, scope));
            }

            scope.AwaitReset(new(gateway, consumed.DrainToImmutable()));
        }
    }

    private static int Flow(ref StateCursor cursor, ScopeState scope) =>
        cursor.Integer() is var flow && flow < scope.Definition.Flows.Length ? flow : throw StateCursor.Broken();

    public static void WriteVariables(StateBytes bytes, VariableMap variables)
    {
        bytes.Count(variables.Count);
        foreach (var variable in variables.Items)
        {
            bytes.Text(variable.Name);
            bytes.Value(variable.Value);
        }
    }

    public static void ReadVariables(ref StateCursor cursor, VariableMap variables)
    {
        for (var left = cursor.Count(); left > 0; left--)
        {
            variables.Set(cursor.Text(), cursor.Value());
        }
    }
}
