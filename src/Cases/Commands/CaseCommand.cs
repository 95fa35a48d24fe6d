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
public abstract record CaseCommand;
