using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Approvals.Bidding.Sealing.Notices;

namespace Approvals.Bidding.Tenders;

/// <summary>A document of the tender file.</summary>
/// <param name="Id">Its key in the document table.</param>
/// <param name="Sha256">Of its bytes, hex; also the name of its blob.</param>
public sealed record TenderDocument(long Id, string Name, string Sha256, long Length);

/// <summary>评分因素 of the technical part with its full points.</summary>
public sealed record Criterion(string Name, int Points);

/// <summary>招标文件: fixed with the notice, hash by hash.</summary>
/// <param name="Formula">The price formula's DMN file.</param>
/// <param name="PriceWeight">Of 100 points; the criteria share the rest.</param>
/// <param name="Ceiling">最高投标限价 in fen.</param>
/// <param name="Deposit">投标保证金 in fen.</param>
/// <param name="Deadline">投标截止时刻, also the opening.</param>
/// <param name="Supervisor">The supervising unit; with the notary it holds keys.</param>
public sealed record TenderFile(
    ImmutableArray<TenderDocument> Documents,
    TenderDocument Formula,
    int PriceWeight,
    ImmutableArray<Criterion> Criteria,
    long Ceiling,
    long Deposit,
    DateTimeOffset Deadline,
    SectionSizes Sizes,
    int DummyRange,
    string Supervisor,
    string SupervisorName,
    string Notary,
    string NotaryName
)
{
    /// <summary>What the notice says of the documents: SHA-256 over their hashes, one a line, in their order.</summary>
    public byte[] DocumentsHash =>
        SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(Documents.Select(each => each.Sha256 + "\n"))));
}
