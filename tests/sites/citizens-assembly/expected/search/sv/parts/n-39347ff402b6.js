vavSearch.receive("sv","n-39347ff402b6",'[]');
