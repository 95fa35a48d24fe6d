using System.Text.Json.Serialization;

namespace Approvals.Cases.Commands;

/// <summary>
/// What somebody wants to happen to one case. Who, when and with which numbers is in the <see cref="CaseContext"/>. The steps of
/// the staff have names in the journal, because a submitted step waits there for its signers.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AcceptCase), "accept")]
[JsonDerivedType(typeof(RequestCorrection), "correct")]
[JsonDerivedType(typeof(DeclineCase), "decline")]
[JsonDerivedType(typeof(ReviewCase), "review")]
[JsonDerivedType(typeof(ApproveCase), "approve")]
[JsonDerivedType(typeof(RefuseCase), "refuse")]
[JsonDerivedType(typeof(ConfirmCommitment), "confirm-commitment")]
[JsonDerivedType(typeof(RequireRectification), "require-rectification")]
[JsonDerivedType(typeof(RevokeCase), "revoke")]
[JsonDerivedType(typeof(BeginSpecialProcedure), "begin-special-procedure")]
[JsonDerivedType(typeof(EndSpecialProcedure), "end-special-procedure")]
[JsonDerivedType(typeof(GiveOpinion), "give-opinion")]
[JsonDerivedType(typeof(ArrangeInspection), "arrange-inspection")]
[JsonDerivedType(typeof(RecordInspection), "record-inspection")]
[JsonDerivedType(typeof(RecordMeeting), "record-meeting")]
[JsonDerivedType(typeof(RequestExtension), "request-extension")]
[JsonDerivedType(typeof(GrantExtension), "grant-extension")]
[JsonDerivedType(typeof(DeclineExtension), "decline-extension")]
[JsonDerivedType(typeof(ReturnCase), "return")]
[JsonDerivedType(typeof(HandBackPapers), "hand-back-papers")]
public abstract record CaseCommand;
