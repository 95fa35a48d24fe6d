namespace Approvals.Credentials.Pdf.Fonts;

/// <summary>
/// The four faces official documents are set in: Song (宋体) and Hei (黑体), each regular and bold, each falling back on the other,
/// then on further fonts for rare characters. Opened once per process and shared by all threads; the paths come from the caller,
/// no font is part of this library.
/// </summary>
public sealed class FontSet : IDisposable
{
    private readonly List<TrueTypeFont> opened;

    private FontSet(List<TrueTypeFont> opened)
    {
        this.opened = opened;
        var (song, songBold, hei, heiBold) = (opened[0], opened[1], opened[2], opened[3]);
        var rare = opened[4..];
        Song = new([song, hei, .. rare]);
        SongBold = new([songBold, heiBold, song, .. rare]);
        Hei = new([hei, song, .. rare]);
        HeiBold = new([heiBold, songBold, hei, .. rare]);
    }

    public Typeface Song { get; }
    public Typeface SongBold { get; }
    public Typeface Hei { get; }
    public Typeface HeiBold { get; }

    /// <param name="rare">Fonts asked last, in order, for characters of names that the four haven't got (生僻字).</param>
    /// <exception cref="IOException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is not a TrueType font.</exception>
    public static FontSet Open(
        string song,
        string songBold,
        string hei,
        string heiBold,
        params IReadOnlyList<string> rare
    )
    {
        var fonts = new List<TrueTypeFont>();
        try
        {
            foreach (var path in (IEnumerable<string>)[song, songBold, hei, heiBold, .. rare])
            {
                fonts.Add(TrueTypeFont.Open(path));
            }
        }
        catch
        {
            fonts.ForEach(font => font.Dispose());
            throw;
        }

        return new(fonts);
    }

    public void Dispose() => opened.ForEach(font => font.Dispose());
}
