namespace Approvals.Server.Pages.Tenders;

/// <summary>暗标编号: how the evaluation room calls the bids, by their place in the blind order.</summary>
public static class BlindNames
{
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";

    public static string Of(int place) => place < Stems.Length ? Stems[place].ToString() : $"第{place + 1}份";
}
