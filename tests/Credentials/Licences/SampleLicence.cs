using Approvals.Credentials.Licences;
using Approvals.Credentials.Seals;
using Approvals.Credentials.Signing;

namespace Approvals.Credentials.Tests.Licences;

public static class SampleLicence
{
    public static readonly DateTimeOffset SignedAt = new(2026, 10, 14, 14, 48, 0, TimeSpan.FromHours(8));

    public static LicenceDocument Document { get; } =
        new(
            "公共场所卫生许可证",
            "卫证字〔2026〕第 0071 号",
            [
                new("单位名称", "清源市澄泉浴场有限公司"),
                new("统一社会信用代码", "91990102MA7QY26K6J"),
                new("法定代表人", "陈丽娟"),
                new("经营地址", "清源市澄江区云栖街道文庙路 126 号"),
                new("许可项目", "公共浴室（浴池 4 个，不使用集中空调）"),
            ],
            new(new(2026, 10, 14), new(2030, 10, 13)),
            "经审查，符合《公共场所卫生管理条例》规定的条件，准予许可。",
            "清源市卫生健康委员会",
            new(2026, 10, 14),
            "1.2.156.3005.2.11990100MB0QY0181Y020.990100.QY2026071.001.M",
            "https://qingyuan.example/verify/1.2.156.3005.2.11990100MB0QY0181Y020.990100.QY2026071.001.M",
            [
                new("窗口", "林晓芸", "10-14 10:02"),
                new("审批人", "江若兰", "10-14 14:47"),
                new("机关印章", "卫生健康委员会", "10-14 14:48"),
            ]
        );

    public static RoundSeal Seal { get; } =
        new("清源市卫生健康委员会", "电子证照专用", "9901000026018", TestFonts.Set.SongBold);

    public static SignatureRequest SealRequest { get; } =
        new(
            LicencePdf.SealField,
            SignedAt,
            Appearance: new SealAppearance(Seal),
            Reason: "颁发公共场所卫生许可证",
            Location: "清源市",
            SignerName: "清源市卫生健康委员会"
        );

    public static byte[] Render() => LicencePdf.Render(Document, TestFonts.Set);
}
