namespace Approvals.Kernel.Outbox;

/// <summary>The idempotency key of an effect: turn id and ordinal within the turn, in one int64.</summary>
public static class EffectKey
{
    public static long Of(long turn, int ordinal) => (turn << 10) | (uint)ordinal;
}
