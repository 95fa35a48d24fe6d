namespace Approvals.Server.Components.LogProof;

/// <summary>Where a paper stands in the public log; from there everybody can check it.</summary>
/// <param name="Words">The id of the sentence, with a place for <c>{position}</c>.</param>
/// <param name="Position">From 1.</param>
public sealed record LogProofView(string Words, long Position)
{
    public string Address => $"/log/check/{Position}";
}
