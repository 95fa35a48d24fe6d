using Approvals.Credentials.Authority;
using Approvals.Credentials.Keys;
using Approvals.Credentials.Signing;
using Approvals.Credentials.Verification;

namespace Approvals.Credentials.Tests;

/// <summary>A small hierarchy of a city that doesn't exist, made once, with one seal and two people.</summary>
public sealed class TestAuthority : IDisposable
{
    /// <summary>Few rounds: these keys protect nothing.</summary>
    public const int Iterations = 1000;

    /// <summary>Long enough ago that programs with their own clock find the certificates valid.</summary>
    public static readonly DateTimeOffset Founded = new(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(8));

    public TestAuthority()
    {
        Keys = new FileKeyStore(Folder["keys"], "测试口令", Iterations);
        Authority = CertificateAuthority.Create(Folder["ca"], Names, Keys, Founded);
        Seal = Authority.Enrol(
            "seal-wjw",
            new("清源市卫生健康委员会电子印章", "清源市卫生健康委员会", SerialNumber: "9901000026018"),
            Authority.Seals,
            1095,
            Founded
        );
        Services = new(Authority, Folder["ca"], Keys, List);
        Clerk = Authority.Enrol("clerk", new("林晓芸", "清源市行政服务中心"), Authority.Persons, 365, Founded);
        Reviewer = Authority.Enrol("reviewer", new("周明远", "清源市卫生健康委员会"), Authority.Persons, 365, Founded);
        Approver = Authority.Enrol("approver", new("江若兰", "清源市卫生健康委员会"), Authority.Persons, 365, Founded);
    }

    public static AuthorityNames Names { get; } =
        new(
            "清源市政务服务数据管理局",
            "清源政务根证书",
            "清源政务人员证书",
            "清源政务印章证书",
            "清源政务服务器证书",
            "清源政务时间戳证书",
            new("http://qingyuan.example/crl/")
        );

    public TemporaryFolder Folder { get; } = new();
    public FileKeyStore Keys { get; }
    public CertificateAuthority Authority { get; }
    public IDocumentSigner Seal { get; }
    public IDocumentSigner Clerk { get; }
    public IDocumentSigner Reviewer { get; }
    public IDocumentSigner Approver { get; }

    public AuthorityServices Services { get; }

    public Trust Trust => new([Authority.Root]);

    public string RootFile => Folder["ca/root.pem"];

    public void Dispose()
    {
        Services.Dispose();
        Seal.Dispose();
        Reviewer.Dispose();
        Clerk.Dispose();
        Approver.Dispose();
        Authority.Dispose();
        Folder.Dispose();
    }

    /// <summary>A list of a week; the root's needs its key.</summary>
    private byte[]? List(string issuer, DateTimeOffset now)
    {
        if (issuer != "root")
        {
            return null;
        }

        using var root = Authority.OpenRoot(Keys);
        return root.PublishRevocationList(now, TimeSpan.FromDays(7));
    }
}
