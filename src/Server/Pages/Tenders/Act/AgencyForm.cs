using Approvals.Bidding.Tenders;

namespace Approvals.Server.Pages.Tenders.Act;

/// <summary>选择代理机构 as it is posted.</summary>
public sealed class AgencyForm
{
    public AgencyManner Manner { get; set; }

    public string? Unit { get; set; }

    public string? Reason { get; set; }

    public string? PublicValue { get; set; }
}

/// <summary>招标文件 as it is posted; criteria one a line: 名称｜分值.</summary>
public sealed class FileForm
{
    public List<IFormFile> Documents { get; set; } = [];

    public IFormFile? Formula { get; set; }

    public string? PriceWeight { get; set; } = "30";

    public string? Criteria { get; set; }

    public string? Ceiling { get; set; }

    public string? Deposit { get; set; }

    /// <summary>Civil time, <c>yyyy-MM-ddTHH:mm</c>.</summary>
    public string? Deadline { get; set; }

    /// <summary>The most MB of the qualification and of the technical part of a lot.</summary>
    public string? PartSize { get; set; } = "8";

    /// <summary>K: a holder sends 0…K−1 dummies.</summary>
    public string? DummyRange { get; set; } = "32";

    public string? Supervisor { get; set; }

    public string? Notary { get; set; }
}
