namespace Approvals.Server.Storage.Reads;

/// <summary>The figures of one day, unit and doer; the doer is empty where nobody of the staff did it.</summary>
public sealed class FigureRead
{
    /// <summary>The civil day: 20261012.</summary>
    public int Day { get; init; }
    public required string Unit { get; init; }
    public required string Doer { get; init; }
    public int Received { get; init; }
    public int Decided { get; init; }
    public int OnTime { get; init; }
    public int Early { get; init; }
    public int Immediate { get; init; }
    public int UsedDays { get; init; }
    public int LegalDays { get; init; }
    public int Rated { get; init; }
    public int Stars { get; init; }
}
