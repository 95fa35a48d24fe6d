using System.Diagnostics;
using System.Security.Cryptography;
using Approvals.Cases.Printing;
using Approvals.Credentials.Authority;
using Approvals.Credentials.Keys;
using Approvals.Credentials.Licences;
using Approvals.Credentials.Pdf.Fonts;
using Approvals.Credentials.Signing;
using Approvals.Credentials.Verification;
using Approvals.Kernel.Folders;
using Approvals.Kernel.Organisations;
using Approvals.Server.Adapters;

namespace Approvals.Load.Licences;

/// <summary>
/// Licences that three people and a department sign, up to B-LTA, on one thread, in slices that alternate with the bare cost of what has to be
/// signed in each of them: four signatures and five time stamps. Then verifications of the last one.
/// </summary>
internal static class LicenceLoad
{
    private const int Slices = 4;
    private static readonly string[] People = ["林晓芸", "徐文清", "江若兰"];
    private static readonly string[] Fields = ["window", "review", "decide"];

    public static async Task RunAsync(string folder, int seconds)
    {
        var now = TimeProvider.System.GetUtcNow();
        var data = new DataFolder(folder);
        data.Create();
        using var cabinet = SealCabinet.Open(data, Names(), now);
        var press = new PaperPress(Fonts(), cabinet);
        var people = People
            .Select(
                (name, i) =>
                    cabinet.Authority.Enrol(Fields[i], new(name, "清源市"), cabinet.Authority.Persons, 365, now)
            )
            .ToArray();
        var (made, bare) = (0L, 0L);
        byte[] pdf = [];
        for (var slice = 0; slice < Slices; slice++)
        {
            var raw = new Raw(cabinet, people[0], now);
            bare += Count(seconds, raw.Once);
            made += Count(seconds, () => pdf = Make(press, cabinet, people, now));
        }

        var total = (double)Slices * seconds;
        var trust = cabinet.Trust(now);
        var verified = Count(seconds, () => Insist(pdf, trust, now));
        await Console.Out.WriteLineAsync(
            $"licences: {made / total:F0}/s with four signatures, B-LTA, {pdf.Length} octets; their signatures and time stamps alone {bare / total:F0}/s: "
                + $"{made / (double)bare:P0}; verified {verified / (double)seconds:F0}/s; one thread"
        );
    }

    private static long Count(int seconds, Action once)
    {
        once();
        var watch = Stopwatch.StartNew();
        var done = 0L;
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            once();
            done++;
        }

        return done;
    }

    private static byte[] Make(PaperPress press, SealCabinet cabinet, IDocumentSigner[] people, DateTimeOffset now)
    {
        var licence = Document(DateOnly.FromDateTime(now.Date));
        var pdf = press.Draw(licence);
        for (var i = 0; i < people.Length; i++)
        {
            var request = LicenceSigning.RequestOf(licence, Fields[i], now);
            pdf = PdfSigner.Sign(pdf, request, people[i], cabinet.Timestamps(now));
        }

        return press.Finish(pdf, Department, now);
    }

    private static void Insist(byte[] pdf, Trust trust, DateTimeOffset now)
    {
        var report = LicenceVerifier.Verify(pdf, trust, now.AddSeconds(1));
        if (report.AllFaults.FirstOrDefault() is { } fault)
        {
            throw new InvalidOperationException($"{fault.Code}: {fault.Detail}");
        }
    }

    private static LicenceDocument Document(DateOnly today) =>
        new(
            "公共场所卫生许可证",
            "卫证字〔2026〕第 0071 号",
            [
                new("单位名称", "清源市澄泉浴场有限公司"),
                new("法定代表人", "陈丽娟"),
                new("地址", "清源市澄江区云栖街道文庙路 126 号"),
                new("许可项目", "公共浴室"),
            ],
            new(today, today.AddYears(4)),
            "经审查，符合《公共场所卫生管理条例》规定的条件，准予许可。",
            Department.Name,
            today,
            "1.2.156.3005.2.11990100MB0QY0181Y020.990100.QY2026071.001.M",
            "https://hall.example/verify/1",
            [.. People.Select((name, i) => new LicenceSigner("经办", name, "10-14 10:02", Fields[i]))]
        );

    private static Unit Department { get; } =
        new(
            "health",
            "清源市卫生健康委员会",
            "卫健委",
            UnitLevel.City,
            UnitKind.Department,
            null,
            "11990100MB0QY0181Y",
            "990100",
            "卫",
            []
        );

    private static AuthorityNames Names() =>
        new(
            "清源市",
            "根证书",
            "个人证书",
            "印章证书",
            "服务器证书",
            "时间戳证书",
            new Uri("https://hall.example/crl/")
        );

    private static FontSet Fonts()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "fonts");
        return FontSet.Open(
            Path.Combine(folder, "NotoSerifSC_400Regular.ttf"),
            Path.Combine(folder, "NotoSerifSC_700Bold.ttf"),
            Path.Combine(folder, "NotoSansSC_400Regular.ttf"),
            Path.Combine(folder, "NotoSansSC_400Regular.ttf")
        );
    }

    /// <summary>What no program could leave out of one licence.</summary>
    private sealed class Raw(SealCabinet cabinet, IDocumentSigner person, DateTimeOffset now)
    {
        private const int Signatures = 4;
        private const int Timestamps = 5;
        private readonly byte[] digest = SHA256.HashData("licence"u8);

        public void Once()
        {
            for (var i = 0; i < Signatures; i++)
            {
                person.Sign(digest);
            }

            for (var i = 0; i < Timestamps; i++)
            {
                cabinet.Timestamps(now).Stamp(digest, now);
            }
        }
    }
}
