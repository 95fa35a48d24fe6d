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
    ReadOut,
    Qualify,
    Score,
    SignReport,
    SignContract,
    Retender,
}

/// <summary>Which step is open for whom; the commands check it again.</summary>
internal static class TenderSteps
{
    public static TenderStep Of(TenderState state, HolderRole? role, int expert, string person) =>
        (state.Stage, role) switch
        {
            (TenderStage.Declared, HolderRole.Tenderer) => TenderStep.ChooseAgency,
            (TenderStage.Compiling, HolderRole.Agency) => TenderStep.CompileFile,
            (TenderStage.Keying, { } own) when !state.Holders.ContainsKey(own) => TenderStep.Enrol,
            (TenderStage.Opening, HolderRole.Agency) when state.ReadOutAt is null => TenderStep.ReadOut,
            (TenderStage.Opening, _) when expert >= 0 => TenderStep.Qualify,
            (TenderStage.Evaluating, _) when expert >= 0 && state.Results.IsEmpty => state.Sheets.ContainsKey(expert)
                ? TenderStep.Nothing
                : TenderStep.Score,
            (TenderStage.Evaluating, _) when expert >= 0 && state.Signatures.All(each => each.Expert != person) =>
                TenderStep.SignReport,
            (TenderStage.Awarded, HolderRole.Tenderer) => TenderStep.SignContract,
            (TenderStage.Failed, HolderRole.Tenderer) when !state.IsRetendered => TenderStep.Retender,
            _ => TenderStep.Nothing,
        };
}
