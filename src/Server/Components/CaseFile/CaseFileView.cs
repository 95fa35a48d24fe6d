using Approvals.Server.Reads.Cases;
using Approvals.Server.Reads.Work;

namespace Approvals.Server.Components.CaseFile;

/// <summary>A whole case for the staff and the supervisors, read-only: where it stands, clock, form, materials, papers, history.</summary>
/// <param name="Form">What the applicant filled in; null when it has been erased or the item has no form.</param>
public sealed record CaseFileView(CaseFacts Facts, Approvals.Server.Reads.Work.CaseFile? Form);
