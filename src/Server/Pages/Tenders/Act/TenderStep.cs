using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Tenders;

namespace Approvals.Server.Pages.Tenders.Act;

/// <summary>The one thing a person may do for a tender now.</summary>
public enum TenderStep
{
    Nothing,
    ChooseAgency,
    CompileFile,
    Enrol,
    SignNotice,

    /// <summary>The holder's program runs.</summary>
    Hold,
    ReadOut,
    Draw,

    /// <summary>The supervisor calls those who were drawn.</summary>
    Convene,
    Qualify,
    Score,
    SignReport,

    /// <summary>Whoever keeps silent counts as agreeing.</summary>
    CloseReport,
    SignContract,
    Retender,
}

/// <summary>Which step is open for whom; the commands check it again.</summary>
internal static class TenderSteps
{
    private static readonly int HolderCount = Enum.GetValues<HolderRole>().Length;

    public static TenderStep Of(TenderState state, HolderRole? role, int expert, string person) =>
        (state.Stage, role) switch
        {
            (TenderStage.Declared, HolderRole.Tenderer) => TenderStep.ChooseAgency,
            (TenderStage.Compiling, HolderRole.Agency) => TenderStep.CompileFile,
            (TenderStage.Keying, { } own) when !state.Holders.ContainsKey(own) => TenderStep.Enrol,
            (TenderStage.Keying, not null) when state.Holders.Count == HolderCount => TenderStep.SignNotice,
            (TenderStage.Registering, not null) => TenderStep.Hold,
            (TenderStage.Opening, HolderRole.Agency) when state.ReadOutAt is null => TenderStep.ReadOut,
            (TenderStage.Opening, _) when expert >= 0 => TenderStep.Qualify,
            (TenderStage.Opening, HolderRole.Supervisor) when state.ReadOutAt is not null && state.Committee.IsEmpty =>
                TenderStep.Draw,
            (TenderStage.Opening or TenderStage.Evaluating, HolderRole.Supervisor) when !state.Committee.IsEmpty =>
                TenderStep.Convene,
            (TenderStage.Evaluating, _) when expert >= 0 && state.Results.IsEmpty => state.Sheets.ContainsKey(expert)
                ? TenderStep.Nothing
                : TenderStep.Score,
            (TenderStage.Evaluating, _) when expert >= 0 && state.Signatures.All(each => each.Expert != person) =>
                TenderStep.SignReport,
            (TenderStage.Evaluating, _) when expert >= 0 && state.Signatures.Length * 2 > state.Committee.Length =>
                TenderStep.CloseReport,
            (TenderStage.Awarded, HolderRole.Tenderer) => TenderStep.SignContract,
            (TenderStage.Contracted, HolderRole.Supervisor or HolderRole.Notary) => TenderStep.Hold,
            (TenderStage.Failed, HolderRole.Tenderer) when !state.IsRetendered => TenderStep.Retender,
            _ => TenderStep.Nothing,
        };
}
