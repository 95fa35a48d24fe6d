using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;

namespace Approvals.Cases.Handling;

/// <summary>监察预警 raised by an attempt of staff that the case refused: nothing happened to the case, but it was tried.</summary>
public static class Alarms
{
    /// <summary>The alarm's rule: a second correction notice (行政许可法 art. 32: everything is told at once).</summary>
    public const string SecondCorrectionRule = "R-06";

    private static readonly SqlText Add = new(
        "INSERT INTO alarm (key, owner, unit, rule, at) VALUES (?1, ?2, ?3, ?4, ?5)"
    );

    /// <summary>Records the attempt, in a turn of its own; the answer is the case's key.</summary>
    public static TurnAnswer RaiseSecondCorrection(TurnScope scope, long key)
    {
        if (LoadedCase.Find(scope.Session, key) is not { } loaded)
        {
            return Approvals.Kernel.Rejection.Of("case.unknown");
        }

        scope.Session.Execute(Add, scope.NewKey(), key, loaded.State.Unit, SecondCorrectionRule, scope.Now);
        return TurnAnswer.Done(key.ToString());
    }
}
