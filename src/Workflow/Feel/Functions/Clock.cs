using Approvals.Kernel.Calendar;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>`now` and `today`: the environment's moment in Asia/Shanghai.</summary>
internal static class Clock
{
    public static readonly BuiltIn Now = new(
        "now",
        Signature.Of([], static (_, environment) => FeelValue.From(environment.Now.ToOffset(CivilTime.Offset)))
    );

    public static readonly BuiltIn Today = new(
        "today",
        Signature.Of([], static (_, environment) => FeelValue.From(CivilTime.DateOf(environment.Now)))
    );
}
