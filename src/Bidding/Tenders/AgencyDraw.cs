using System.Collections.Immutable;
using System.Text;
using Approvals.Credentials.Draws;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Tenders;

/// <summary>代理机构随机抽取: whoever knows number, candidates and the public value draws it again.</summary>
public static class AgencyDraw
{
    /// <summary>The candidates in the order drawn; the first is the agency.</summary>
    /// <param name="publicValue">Published after the candidates were fixed, character by character.</param>
    public static ImmutableArray<string> Of(string tender, ImmutableArray<string> candidates, string publicValue)
    {
        var seed = SealHash.Hash(
            "agency-draw",
            Encoding.UTF8.GetBytes(tender),
            Encoding.UTF8.GetBytes(string.Join('\n', candidates)),
            Encoding.UTF8.GetBytes(publicValue)
        );
        return [.. FairOrder.Of(new HmacDrbg(seed), candidates.Length).Select(place => candidates[place])];
    }
}
