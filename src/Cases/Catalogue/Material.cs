namespace Approvals.Cases.Catalogue;

/// <summary>
/// 申请材料. Not required means required in the case that <see cref="When"/> tells. <see cref="Form"/> is 原件, 复印件 or 电子;
/// <see cref="SharedFrom"/> the licence that could be fetched instead of asked for; <see cref="FilledOnline"/> means the
/// paper is made from the answers and never uploaded. <see cref="Sample"/> says line by line what a right one looks like: 样本.
/// </summary>
public sealed record Material(
    string Name,
    bool Required,
    string Basis,
    string Form,
    string? When = null,
    string? SharedFrom = null,
    bool FilledOnline = false,
    string? Sample = null
);
