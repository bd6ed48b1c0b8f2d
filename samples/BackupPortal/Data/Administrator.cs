namespace BackupPortal.Data;

/// <summary>The one person who may use the portal.</summary>
public sealed class Administrator
{
    public int Id { get; set; }

    public string PasswordHash { get; set; } = "";
}
