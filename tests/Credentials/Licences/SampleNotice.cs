using Approvals.Credentials.Licences;
using Approvals.Credentials.Signing;

namespace Approvals.Credentials.Tests.Licences;

public static class SampleNotice
{
    public static SignatureRequest SealRequest { get; } =
        SampleLicence.SealRequest with
        {
            Field = NoticePdf.SealField,
        };

    public static NoticeDocument Correction { get; } =
        new(
            "清源市卫生健康委员会",
            "一次性补正告知书",
            "清卫补〔2026〕37 号",
            "清源市澄泉浴场有限公司",
            [
                new NoticeParagraph(
                    "你单位于 2026 年 9 月 16 日提出的公共场所卫生许可申请（受理编号 2026 0916 0037），经审查，申请材料不齐全、不符合法定形式。根据《中华人民共和国行政许可法》第三十二条第一款第（四）项的规定，现将需要补正的全部内容一次性告知如下："
                ),
                new NoticeList([
                    "《公共场所卫生许可证申请表》第 3 页缺少法定代表人签名；",
                    "卫生检测报告出具日期为 2025 年 8 月 2 日，已超过一年，请提交一年以内的“检测报告”；",
                    "集中空调通风系统的说明与平面图不一致：说明写明“不使用集中空调”，平面图 A-02 标注了送风口。",
                ]),
                new NoticeParagraph(
                    "请于 2026 年 10 月 21 日前登录清源政务大厅（https://qingyuan.example/cases/202609160037）或者到市行政服务中心 12 号窗口补正。补正期间不计入办理期限。逾期未补正的，视为撤回申请。"
                ),
                new NoticeParagraph("特此告知。"),
            ],
            new(2026, 9, 22),
            "https://qingyuan.example/verify/202609160037-b1"
        );

    public static NoticeDocument Refusal { get; } =
        new(
            "清源市卫生健康委员会",
            "不予许可决定书",
            "清卫不许〔2026〕5 号",
            "清源市澄泉浴场有限公司",
            [
                .. Enumerable
                    .Range(1, 7)
                    .Select(section => new NoticeParagraph(
                        $"（{section}）经查，你单位申请的公共浴室位于清源市澄江区云栖街道文庙路 126 号地下一层，其更衣室、浴室的机械通风装置未按照《公共场所卫生设计规范》设置，2026 年 9 月 28 日现场检测的二氧化碳浓度为 0.21 %，超过 0.15 % 的限值；池水循环净化装置未能提供有效的涉及饮用水卫生安全产品的卫生许可批件。"
                    )),
                new NoticeParagraph(
                    "如不服本决定，可以自收到本决定书之日起六十日内向清源市人民政府申请行政复议，或者六个月内依法向清源市澄江区人民法院提起行政诉讼。"
                ),
            ],
            new(2026, 10, 14)
        );

    public static IReadOnlyList<(string Name, NoticeDocument Notice)> All { get; } =
    [("correction", Correction), ("refusal", Refusal)];
}
