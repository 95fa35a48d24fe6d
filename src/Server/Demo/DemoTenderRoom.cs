using Approvals.Server.Adapters;
using Approvals.Server.Api.Tenders;
using Approvals.Server.Storage;

namespace Approvals.Server.Demo;

/// <summary>What the demonstration's tenders share.</summary>
internal sealed record DemoTenderRoom(
    Platform Platform,
    TenderDesk Desk,
    TenderKeys Keys,
    IReadOnlyDictionary<string, long> People,
    IReadOnlyList<DemoEnterprise> Enterprises
);
