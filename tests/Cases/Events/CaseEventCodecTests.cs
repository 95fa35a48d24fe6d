using System.Text;
using System.Text.Json;
using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using static Approvals.Cases.Tests.CaseScenario;

namespace Approvals.Cases.Tests.Events;

/// <summary>Formats once released stay: a fixture is never edited, a changed format is a new schema version with a new file.</summary>
public sealed class CaseEventCodecTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeMilliseconds(1_789_526_520_123);

    private static readonly LicenceTerms Terms = new(
        "卫证字〔2026〕第 0071 号",
        "1.2.156.3005.2.11990100MB0QY0181Y020.990100.QY2026071.001.M",
        "清源市澄泉浴场有限公司",
        new(2026, 10, 14),
        new(2030, 10, 13)
    );

    public static TheoryData<string, CaseEvent> Released =>
        new()
        {
            {
                "case.submitted",
                new CaseSubmitted(
                    At,
                    9_007_199_254_740_993,
                    "11990100MB0QY0181Y4990123010000202609160037",
                    "202609160037",
                    Channel.Online,
                    "p:1001",
                    "QY010",
                    3,
                    "公共场所卫生许可",
                    CaseType.Committed,
                    "health",
                    7,
                    20,
                    Applicant.Organisation("p:1001", "清源市澄泉浴场有限公司", Document(1)),
                    Document(2),
                    [File("卫生检测或评价报告", 13)]
                )
            },
            { "case.accepted", new CaseAccepted(At, "p:2001", "卫受字〔2026〕第 0112 号", "材料齐全。") },
            {
                "case.correction-requested",
                new CorrectionRequested(
                    At,
                    "p:2001",
                    "卫补字〔2026〕第 0008 号",
                    CaseStage.Submitted,
                    [Point(), FieldPoint()]
                )
            },
            {
                "case.correction-submitted",
                new CorrectionSubmitted(At, "p:1001", [File("卫生检测或评价报告", 41)], Document(40), Document(42))
            },
            { "case.reviewed", new CaseReviewed(At, "p:2002", Recommendation.Grant, "检测 9 项均合格。") },
            { "case.licence-drafted", new LicenceDrafted(At, [new("window", "p:2001"), new("decide", "p:2004")]) },
            {
                "case.paper-signed",
                new PaperSigned(At, "p:2004", Document(51), new string('b', 64), NoticeKind.Refusal)
            },
            { "case.licence-signed", new LicenceSigned(At, "p:2001", "window", Document(50), new string('a', 64)) },
            { "case.sent-back", new CaseSentBack(At, "p:2004", "请核对采样日期。") },
            { "case.approved", new CaseApproved(At, "p:2004", "卫许字〔2026〕第 0071 号", Terms, "同意。") },
            {
                "case.refused",
                new CaseRefused(
                    At,
                    "p:2004",
                    "卫不许字〔2026〕第 0002 号",
                    ["池水浊度超过限值。"],
                    "六十日内复议，六个月内诉讼。"
                )
            },
            {
                "case.not-accepted",
                new CaseNotAccepted(
                    At,
                    "p:2001",
                    "卫不受字〔2026〕第 0003 号",
                    "书店开业后备案，不需许可。",
                    "文化和旅游局窗口 11 号"
                )
            },
            {
                "case.notice-issued",
                new NoticeIssued(At, NoticeKind.Acceptance, "卫受字〔2026〕第 0112 号", Document(21))
            },
            { "case.licence-issued", new LicenceIssued(At, Terms, Document(22)) },
            { "case.closed", new CaseClosed(At, CaseResult.Granted) },
            { "case.rated", new CaseRated(At, "p:1001", 5, Channel.Online, Document(31)) },
            { "case.withdrawn", new CaseWithdrawn(At, "p:1001", Document(32)) },
            { "case.step-submitted", new StepSubmitted(At, "p:2004", 83_886_086, new ApproveCase("同意。")) },
            { "case.step-reopened", new StepReopened(At, "p:2007") },
            { "case.review-withdrawn", new ReviewWithdrawn(At, "p:2002", "采样日期写错了。") },
            { "case.taken-up", new CaseTakenUp(At, "p:2011") },
            { "case.handed-out", new ResultHandedOut(At) },
            {
                "case.commitment-confirmed",
                new CommitmentConfirmed(At, "p:2014", "人社核字〔2026〕第 0001 号", "场所、人员与承诺一致。")
            },
            {
                "case.rectification-required",
                new RectificationRequired(At, "p:2014", "人社改字〔2026〕第 0001 号", ["专职人员只有 2 名。"])
            },
            { "case.rectification-submitted", new RectificationSubmitted(At, "p:1001", Document(33)) },
            {
                "case.revoked",
                new CaseRevoked(
                    At,
                    "p:2014",
                    "人社撤字〔2026〕第 0001 号",
                    ["整改后仍没有开办资金。"],
                    "六十日内复议，六个月内诉讼。"
                )
            },
            { "case.deemed-accepted", new CaseDeemedAccepted(At, "卫受字〔2026〕第 0113 号", new(2026, 9, 16)) },
            {
                "case.special-begun",
                new SpecialProcedureBegun(At, "p:2002", "卫特字〔2026〕第 0001 号", "检测", 10, "水质须重新检测。")
            },
            { "case.special-ended", new SpecialProcedureEnded(At, "p:2002", "检测合格。") },
            { "case.referred", new CaseReferred(At, "澄教转字〔2026〕第 0001 号", "cj-education", "education") },
            { "case.answered-back", new CaseAnsweredBack(At, "education", "cj-education") },
            {
                "case.branches-opened",
                new BranchesOpened(At, [new("police", new(2026, 10, 15)), new("transport", new(2026, 10, 15))])
            },
            { "case.opinion-given", new OpinionGiven(At, "p:2018", "police", true, "驾驶人资格符合。", false) },
            { "case.opinion-defaulted", new OpinionDefaulted(At, "transport", true) },
            {
                "case.inspection-arranged",
                new InspectionArranged(
                    At,
                    "p:2016",
                    "教踏字〔2026〕第 0001 号",
                    DateTimeOffset.FromUnixTimeMilliseconds(1_792_026_520_000),
                    "澄江区学前路 9 号",
                    ["education", "police"]
                )
            },
            {
                "case.inspection-recorded",
                new InspectionRecorded(
                    At,
                    "p:2016",
                    "教踏记字〔2026〕第 0001 号",
                    [new("education", "站点符合方案。"), new("police", "车辆符合国标。")],
                    [File("现场照片", 51)]
                )
            },
            {
                "case.meeting-recorded",
                new MeetingRecorded(
                    At,
                    "p:2016",
                    "教会字〔2026〕第 0001 号",
                    new(2026, 10, 14),
                    "同意线路调整。",
                    [new("education", Vote.For), new("police", Vote.Abstained)]
                )
            },
            { "case.extension-requested", new ExtensionRequested(At, "p:2002", 10, "检测样品须复检。") },
            {
                "case.extension-granted",
                new ExtensionGranted(
                    At,
                    "p:2004",
                    "卫延字〔2026〕第 0001 号",
                    10,
                    "检测样品须复检。",
                    "卫生健康委员会主任"
                )
            },
            { "case.extension-declined", new ExtensionDeclined(At, "p:2004", "时限内可以办结。") },
            {
                "case.type-changed",
                new CaseTypeChanged(
                    At,
                    "p:2004",
                    "卫变字〔2026〕第 0001 号",
                    CaseType.Committed,
                    CaseType.Joint,
                    "涉及消防条件。",
                    7,
                    [new("fire", 3)]
                )
            },
            {
                "case.returned",
                new CaseReturned(
                    At,
                    "p:2001",
                    "卫退字〔2026〕第 0001 号",
                    ReturnGround.NotCompetent,
                    "书店不属于公共场所。",
                    "文化和旅游局窗口 11 号"
                )
            },
            { "case.papers-handed-back", new PapersHandedBack(At, "p:2001", "卫退执字〔2026〕第 0001 号", "陈丽娟") },
            {
                "case.papers-promised",
                new PapersPromised(
                    At,
                    "p:2021",
                    "云街后补字〔2026〕第 0001 号",
                    [new("困难情况证明", new(2026, 10, 20))]
                )
            },
            { "case.papers-supplied", new PapersSupplied(At, "p:1001", [File("困难情况证明", 61)], true) },
            { "case.papers-awaited", new PapersAwaited(At, new(2026, 10, 20)) },
            { "case.urge-answered", new UrgeAnswered(At, "p:2003", "检测报告周四到，周五办好。") },
            {
                "case.licence-withdrawn",
                new LicenceWithdrawn(
                    At,
                    "p:2004",
                    "卫销字〔2026〕第 0001 号",
                    LicenceEnding.Cancelled,
                    ["持证人停止经营。"],
                    "六十日内复议，六个月内诉讼。"
                )
            },
            {
                "case.licence-replaced",
                new LicenceReplaced(At, "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000404.001.U")
            },
            { "case.undertaking-broken", new UndertakingBroken(At, ["困难情况证明"]) },
        };

    [Theory]
    [MemberData(nameof(Released))]
    public void An_event_is_written_as_it_was_released(string type, CaseEvent happened)
    {
        CaseEventCodec.TypeNameOf(happened).ShouldBe(type);
        Encoding.UTF8.GetString(CaseEventCodec.Write(happened)).ShouldBe(Fixture(type));
    }

    [Theory]
    [MemberData(nameof(Released))]
    public void A_released_event_is_read_to_the_same_values(string type, CaseEvent happened)
    {
        var read = CaseEventCodec.Read(type, 1, Encoding.UTF8.GetBytes(Fixture(type)));
        read.ShouldBeOfType(happened.GetType());
        read.At.ShouldBe(happened.At);
        CaseEventCodec.Write(read).ShouldBe(CaseEventCodec.Write(happened));
    }

    [Fact]
    public void Every_type_has_its_fixture() =>
        Released.Select(row => row.Data.Item1).ShouldBe(CaseEventCodec.TypeNames, ignoreOrder: true);

    public static TheoryData<CaseEvent> Sparse =>
        new()
        {
            new CaseAccepted(At, "p:2001", "卫受字〔2026〕第 0112 号"),
            new CorrectionSubmitted(At, "p:1001", []),
            new CaseApproved(At, "p:2004", "卫许字〔2026〕第 0071 号"),
            new LicenceIssued(At, Terms with { ValidTo = null }, Document(22)),
            new CaseRated(At, "p:1001", 5, Channel.Phone),
            new CaseWithdrawn(At, "p:1001"),
            new ReviewWithdrawn(At, "p:2002"),
            new StepSubmitted(At, "p:2004", 83_886_086, new ApproveCase()),
        };

    [Theory]
    [MemberData(nameof(Sparse))]
    public void What_is_left_out_may_be_missing(CaseEvent happened)
    {
        var bytes = CaseEventCodec.Write(happened);
        Encoding.UTF8.GetString(bytes).ShouldNotContain("null");
        CaseEventCodec.Write(CaseEventCodec.Read(CaseEventCodec.TypeNameOf(happened), 1, bytes)).ShouldBe(bytes);
    }

    [Theory]
    [InlineData("case.closed", 2, """{"result":"Granted","at":1}""")]
    [InlineData("case.opened", 1, """{"result":"Granted","at":1}""")]
    [InlineData("case.closed", 1, """{"result":"Granted"}""")]
    [InlineData("case.closed", 1, """{"result":"Wonderful","at":1}""")]
    [InlineData("case.closed", 1, """{"result":"Granted","at":1,"more":true}""")]
    [InlineData("case.sent-back", 1, """{"by":null,"reason":"x","at":1}""")]
    [InlineData("case.closed", 1, "null")]
    [InlineData("case.closed", 1, "")]
    public void Anything_else_is_damage(string type, int version, string json) =>
        Should.Throw<InvalidDataException>(() => CaseEventCodec.Read(type, version, Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Keys_are_strings_so_that_no_reader_loses_digits()
    {
        using var json = JsonDocument.Parse(Fixture("case.submitted"));
        json.RootElement.GetProperty("caseKey").GetString().ShouldBe("9007199254740993");
    }

    private static string Fixture(string type) =>
        System.IO.File.ReadAllText(Repository.PathOf($"tests/Cases/Fixtures/{type}.1.json")).TrimEnd('\n');
}
